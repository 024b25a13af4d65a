import type { YearReportAnswer } from '../api/answers.ts'
import { inWords } from '../look/days.ts'

const sourceOf = (previous: NonNullable<YearReportAnswer['previous']>): string =>
  previous.from === 'edition'
    ? `本系统${previous.publishedOn ? inWords(previous.publishedOn) : ''}公布的${previous.year}年报告第${previous.edition}版，已经冻结，不能在这里改`
    : `填写的${previous.year}年报告，来源：${previous.source ?? '没有写明'}`

/** 上年结转 is locked to last year's 结转下年度; which report that is, and its figures (rulebook R93). */
export const Carry = ({ report: { previous, sheets, findings } }: { readonly report: YearReportAnswer }) => {
  if (!previous)
    return <p>没有上年的报告，没有核对上年结转；上年的报告不是本系统公布的，请在下面“上年的报告”中填写。</p>
  const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
  const now = new Map(sheets.three.rows.flat().flatMap(({ figure, text }) => (figure ? [[figure, text]] : [])))
  const names = ['natural', 'commercial', 'research', 'social', 'legal', 'other', 'total']
  const outside = new Set(findings.flatMap(({ rule, where }) => (rule === 'CARRY-BEFORE-LEDGER' ? [where] : [])))
  return (
    <>
      <p>上年结转锁定为：{sourceOf(previous)}。</p>
      {previous.sha256 && (
        <p>
          散列 <code className="hash">{previous.sha256}</code>
        </p>
      )}
      <table className="plain">
        <caption>上年结转对照</caption>
        <thead>
          <tr>
            <th scope="col">申请人</th>
            <th scope="col">{previous.year}年报告的结转下年度</th>
            <th scope="col">本年的上年结转</th>
            <th scope="col">是否一致</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((zh, i) => {
            const [before, here] = [String(previous.carriedOn[i] ?? 0), now.get(`2 ${names[i]}`) ?? '0']
            return (
              <tr key={zh}>
                <th scope="row">{zh}</th>
                <td>{before}</td>
                <td>{here}</td>
                <td>
                  {before === here ? (
                    '一致'
                  ) : (
                    <strong className="double">{outside.has(`2 ${names[i]}`) ? '不在统计范围' : '不一致'}</strong>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
