import type { LedgerChecksAnswer } from '../api/answers.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Link } from '../app/router.tsx'
import { Waiting } from '../look/waiting.tsx'

type Check = LedgerChecksAnswer['checks'][number]

const byWords = (checks: readonly Check[]): [string, Check[]][] => {
  const groups = new Map<string, Check[]>()
  for (const one of checks) groups.set(one.zh, [...(groups.get(one.zh) ?? []), one])
  return [...groups]
}

/** 每月检查台账: what is to be put right, each with the way to its case. */
export const ChecksPart = ({ organ }: { readonly organ: string }) => {
  const checks = useAnswer<LedgerChecksAnswer>(
    `/statistics/ledger-checks${organ ? `?organ=${encodeURIComponent(organ)}` : ''}`,
  )
  return (
    <section className="part" aria-labelledby="checks">
      <h2 id="checks">台账检查</h2>
      <Waiting on={checks}>
        {({ checks: all }) => {
          const several = new Set(all.map(({ organ: at }) => at)).size > 1
          return all.length === 0 ? (
            <p className="fine">没有要补正的。</p>
          ) : (
            <>
              <p>有{all.length}处要补正：</p>
              {byWords(all).map(([zh, of]) => (
                <section key={zh} aria-label={zh}>
                  <h3>
                    {zh}（{of.length}件）
                  </h3>
                  <ul className="plain-list">
                    {of.map(({ name, id, number }) => (
                      <li key={id}>
                        <Link to={`/cases/${id}`}>{number ?? '（待确认）'}</Link>
                        {several && ` ${name}`}
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            </>
          )
        }}
      </Waiting>
    </section>
  )
}
