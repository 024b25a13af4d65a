import type { RunningAnswer } from '../api/answers.ts'
import { Scroll } from '../look/scroll.tsx'
import { Bars } from './bars.tsx'

type Open = RunningAnswer['open']
type Figures = Pick<Open, 'open' | 'dueSoon' | 'overdue' | 'standing'>

const tiles = [
  ['open', '在办', 'blue'],
  ['dueSoon', '3个工作日内到期', 'yellow'],
  ['overdue', '超期没有答复', 'red'],
  ['standing', '停算中', 'grey'],
] as const

const Tiles = ({ figures }: { readonly figures: Figures }) => (
  <dl className="tiles">
    {tiles.map(([name, zh, colour]) => (
      <div key={name} className={`light ${colour}`}>
        <dt>{zh}</dt>
        <dd>{figures[name]}件</dd>
      </div>
    ))}
  </dl>
)

interface GroupsProps {
  readonly caption: string
  readonly head: string
  readonly rows: readonly (Figures & { readonly name: string; readonly key: string })[]
}

const Groups = ({ caption, head, rows }: GroupsProps) => (
  <Scroll label={caption}>
    <table className="plain">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {tiles.map(([name, zh]) => (
            <th key={name} scope="col">
              {zh}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            {tiles.map(([name]) => (
              <td key={name} className={name === 'overdue' && row.overdue > 0 ? 'late' : undefined}>
                {row[name]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
)

const counted = (rows: Open['reasons']) => rows.map(({ zh, count }) => ({ zh, value: count, shown: `${count}件` }))

/** What is open now: due soon, overdue, standing and why, how old, whose. */
export const OpenPart = ({ open }: { readonly open: Open }) => {
  const names = new Map(open.organs.map(({ organ, name }) => [organ, name]))
  const officers = open.officers.map((one) => ({
    ...one,
    key: `${one.organ} ${one.officer}`,
    name: `${one.officer ?? '没有指派'}${names.size > 1 ? `（${names.get(one.organ) ?? one.organ}）` : ''}`,
  }))
  return (
    <section className="part" aria-labelledby="open-now">
      <h2 id="open-now">现在在办的</h2>
      <Tiles figures={open} />
      <div className="columns">
        <Bars caption="停算的原因" heads={['原因', '件数']} bars={counted(open.reasons)} />
        <Bars caption="收到至今" heads={['自然日', '件数']} bars={counted(open.ageing)} />
      </div>
      <Groups caption="各经办人" head="经办人" rows={officers} />
      {open.organs.length > 1 && (
        <Groups caption="各机关" head="机关" rows={open.organs.map((one) => ({ ...one, key: one.organ }))} />
      )}
    </section>
  )
}
