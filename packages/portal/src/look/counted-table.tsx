import { type CountedDay, type Day, inChinese } from '@zhiqing/law'
import { shortDay, weekdayWords } from './day-words.js'

const why = ({ why: reason, name }: CountedDay): string => {
  if (reason === 'consultation') return '征求意见，不算'
  if (reason === 'rest') return name ? `${name}放假，不算` : '周末，不算'
  return name ? `${name}调休，上班` : ''
}

const Row = ({ counted }: { counted: CountedDay }) => (
  <tr className={counted.counted === null ? 'off' : undefined}>
    <th scope="row">
      {shortDay(counted.on)} <span className="weekday">{weekdayWords(counted.on)}</span>
    </th>
    <td>
      {counted.counted === null ? null : <span className="count">第{counted.counted}天</span>}{' '}
      <span className="note">
        {why(counted)}
        {counted.provisional ? '（暂定）' : ''}
      </span>
    </td>
  </tr>
)

interface CountedTableProps {
  readonly anchor: Day
  readonly days: readonly CountedDay[]
}

/** Every day from the one after receipt: counted, or why not. */
export const CountedTable = ({ anchor, days }: CountedTableProps) => (
  <details className="counted">
    <summary>一天一天地看</summary>
    <table>
      <caption>从{inChinese(anchor)}的第二天数起</caption>
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">第几个工作日，或者为什么不算</th>
        </tr>
      </thead>
      <tbody>
        {days.map((one) => (
          <Row key={one.on} counted={one} />
        ))}
      </tbody>
    </table>
  </details>
)
