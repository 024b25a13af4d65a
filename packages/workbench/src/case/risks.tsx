import { useAnswer } from '../api/use-answer.ts'
import { useWords } from '../app/session.tsx'
import { articleInWords } from '../look/articles.ts'
import { Waiting } from '../look/waiting.tsx'
import { Section } from './section.tsx'

/** One check, and what it found. */
export interface Check {
  readonly code: string
  readonly zh: string
  readonly level: string
  readonly article: string
  readonly found: { readonly found: string; readonly satisfy: string; readonly level?: string } | null
}

export interface RisksAnswer {
  readonly checks: readonly Check[]
}

const levels: Readonly<Record<string, string>> = {
  refuse: '不能办理',
  block: '解决前不能签发',
  warn: '提醒',
  red: '红灯',
  ask: '请回答',
}

/** What was found first, the gravest first; what was looked at and is in order behind a fold. */
export const Checks = ({ checks }: RisksAnswer) => {
  const words = useWords()
  const order = Object.keys(levels)
  const levelOf = ({ found, level }: Check): string => found?.level ?? level
  const found = checks
    .filter((one) => one.found)
    .toSorted((a, b) => order.indexOf(levelOf(a)) - order.indexOf(levelOf(b)))
  const fine = checks.filter((one) => !one.found)
  return (
    <>
      {found.length === 0 && <p className="fine">查过{fine.length}项，没有发现问题。</p>}
      <ul className="checks">
        {found.map((one) => (
          <li key={one.code} className={levelOf(one)}>
            <strong>
              {levels[levelOf(one)]}：{one.zh}
            </strong>
            <p>{one.found?.found}</p>
            <p>
              {one.found?.satisfy}
              <span className="basis">（{articleInWords(one.article, words)}）</span>
            </p>
          </li>
        ))}
      </ul>
      {fine.length > 0 && (
        <details>
          <summary>查过、没有发现问题的（{fine.length}）</summary>
          <ul>
            {fine.map(({ code, zh }) => (
              <li key={code}>{zh}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** 败诉风险检查 of the case as it stands. */
export const Risks = ({ id }: { readonly id: string }) => {
  const risks = useAnswer<RisksAnswer>(`/cases/${id}/risks`)
  return (
    <Section id="risks" title="败诉风险检查">
      <Waiting on={risks}>{(answer) => <Checks {...answer} />}</Waiting>
    </Section>
  )
}
