import { Alert } from 'antd'
import type { RollUpAnswer } from '../api/answers.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Link, useAddress } from '../app/router.tsx'
import { useSitting } from '../app/session.tsx'
import { inWords } from '../look/days.ts'
import { Scroll } from '../look/scroll.tsx'
import { Title } from '../look/title.tsx'
import { Waiting } from '../look/waiting.tsx'
import { cellPage, type Place, pageAt, placeOf } from './address.ts'
import { ChooseYear } from './choose-year.tsx'
import { Doubles } from './doubles.tsx'
import { Downloads } from './downloads.tsx'
import { Identities } from './identities.tsx'
import { Scope } from './scope.tsx'
import { SheetTable } from './sheet-table.tsx'

type Row = RollUpAnswer['organs'][number]

const stateOf = ({ handedIn, late, changed, edition }: Row): string =>
  [
    handedIn ? `已公布第${edition}版` : '还没有公布',
    ...(late ? [handedIn ? '迟于期限' : '已过期限'] : []),
    ...(changed ? ['公布以后台账有变动'] : []),
  ].join('，')

/** Days that an office sets for itself beside the law's are shown where the interface tells of them. */
const ownDay = (answer: RollUpAnswer): string | undefined => {
  const { internalBy } = answer as { readonly internalBy?: unknown }
  return typeof internalBy === 'string' ? internalBy : undefined
}

const Days = ({ answer }: { readonly answer: RollUpAnswer }) => {
  const own = ownDay(answer)
  return (
    <dl className="facts">
      {own && (
        <div>
          <dt>内部期限</dt>
          <dd>{inWords(own)}</dd>
        </div>
      )}
      <div>
        <dt>各机关公布</dt>
        <dd>
          {inWords(answer.handInBy)}以前
          {answer.workTarget !== answer.handInBy && `；此前最后一个工作日是${inWords(answer.workTarget)}`}
        </dd>
      </div>
      <div>
        <dt>政府公布</dt>
        <dd>{inWords(answer.publishBy)}以前</dd>
      </div>
    </dl>
  )
}

const Missing = ({ organs }: Pick<RollUpAnswer, 'organs'>) => {
  const missing = organs.filter(({ handedIn }) => !handedIn)
  return (
    <Alert
      type={missing.length === 0 ? 'success' : 'warning'}
      showIcon
      title={
        missing.length === 0
          ? `${organs.length}个机关都已经公布。`
          : `还没有公布的有${missing.length}个机关：${missing.map(({ name }) => name).join('、')}`
      }
    />
  )
}

const figures = [
  ['received', '1'],
  ['carriedOver', '2'],
  ['closed', '3.7'],
  ['carriedOn', '4'],
] as const

/** Figures lead to the cases behind them where they are the reader's to open. */
const Figures = ({ row, year }: { readonly row: Row; readonly year: number }) =>
  figures.map(([name, line]) => (
    <td key={name}>
      {row.opens ? <Link to={cellPage({ year, organ: row.organ }, `${line} total`)}>{row[name]}</Link> : row[name]}
    </td>
  ))

const Organs = ({ organs, place }: Pick<RollUpAnswer, 'organs'> & { readonly place: Place }) => (
  <Scroll label="各机关">
    <table className="plain">
      <caption>各机关</caption>
      <thead>
        <tr>
          <th scope="col">机关</th>
          <th scope="col">年度报告</th>
          <th scope="col">公布日期</th>
          <th scope="col">新收</th>
          <th scope="col">上年结转</th>
          <th scope="col">办结</th>
          <th scope="col">结转下年度</th>
        </tr>
      </thead>
      <tbody>
        {organs.map((row) => (
          <tr key={row.organ}>
            <th scope="row">
              <Link to={pageAt('/report', { ...place, organ: row.organ })}>{row.name}</Link>
            </th>
            <td>{stateOf(row)}</td>
            <td>{row.publishedOn ? inWords(row.publishedOn) : '—'}</td>
            <Figures row={row} year={place.year} />
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
)

const RollUp = ({ answer, place }: { readonly answer: RollUpAnswer; readonly place: Place }) => {
  const link = (figure: string): string => cellPage(place, figure)
  const { whole, organs } = answer
  const opens = organs.every((row) => row.opens)
  return (
    <>
      <section className="panel" aria-labelledby="handed-in">
        <h2 id="handed-in">报送情况</h2>
        <Days answer={answer} />
        <Missing organs={organs} />
        <Organs organs={organs} place={place} />
      </section>
      <section className="part" aria-labelledby="doubles">
        <h2 id="doubles">重复计算</h2>
        <Doubles doubles={whole.doubles} organs={organs} />
      </section>
      <section className="part" aria-labelledby="three">
        <h2 id="three">汇总的表三</h2>
        <Scope scope={whole.scope} />
        <SheetTable sheet={whole.sheets.three} linkOf={opens ? link : undefined} />
      </section>
      <section className="part" aria-labelledby="four">
        <h2 id="four">汇总的表四</h2>
        <SheetTable sheet={whole.sheets.four} linkOf={opens ? link : undefined} />
      </section>
      <Identities identities={whole.identities} findings={whole.findings} />
      <section className="part" aria-labelledby="files">
        <h2 id="files">汇总的文件</h2>
        {whole.organs.includes(whole.organ) && (
          <p>
            表二和文字、公布、已公布的{whole.editions.length}版：
            <Link to={pageAt('/report', place)}>汇总的年度报告</Link>
          </p>
        )}
        <Downloads place={place} title={whole.title} />
      </section>
    </>
  )
}

/** 年报汇总: the sum of those supervised with each organ to open, who has not handed in, what was told twice. */
const RollUpPage = () => {
  const { session } = useSitting()
  const place = { ...placeOf(useAddress(), session.today), organ: '', sum: true }
  const answer = useAnswer<RollUpAnswer>(`/reports/${place.year}/roll-up`)
  return (
    <>
      <Title>年报汇总</Title>
      <div className="filters">
        <ChooseYear path="/roll-up" place={place} />
      </div>
      <Waiting on={answer}>{(one) => <RollUp answer={one} place={place} />}</Waiting>
    </>
  )
}

export default RollUpPage
