import { Alert } from 'antd'
import type { YearReportAnswer } from '../api/answers.ts'

type Shown = Pick<YearReportAnswer, 'identities' | 'findings'>

const Line = ({ one }: { readonly one: Shown['identities'][number] }) => (
  <li className={one.holds ? undefined : 'block'}>
    <strong>{one.holds ? '相符' : '不符'}</strong> {one.zh}（{one.rule}）
  </li>
)

/** Every identity of the form with its figures: those that do not hold first, the others to open. */
export const Identities = ({ identities, findings }: Shown) => {
  const broken = identities.filter(({ holds }) => !holds)
  return (
    <section className="part" aria-labelledby="identities">
      <h2 id="identities">勾稽关系</h2>
      <Alert
        type={broken.length === 0 ? 'success' : 'error'}
        showIcon
        title={
          broken.length === 0
            ? `${identities.length}项勾稽关系全部相符。`
            : `${identities.length}项勾稽关系，有${broken.length}项不符。`
        }
      />
      {broken.length > 0 && (
        <ul className="checks">
          {broken.map((one) => (
            <Line key={one.zh} one={one} />
          ))}
        </ul>
      )}
      {findings.length > 0 && (
        <>
          <h3>核对发现的问题</h3>
          <ul className="checks">
            {findings.map(({ rule, where, zh, level }) => (
              <li key={rule + where + zh} className={level === 'error' ? 'block' : 'warn'}>
                <strong>{level === 'error' ? '错误' : '提示'}</strong> {zh}（{rule}）
              </li>
            ))}
          </ul>
        </>
      )}
      <details>
        <summary>逐项查看</summary>
        <ul>
          {identities.map((one) => (
            <Line key={one.zh} one={one} />
          ))}
        </ul>
      </details>
    </section>
  )
}
