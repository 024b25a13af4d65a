import type { Ledger } from '../api/answers.ts'
import { useAnswer } from '../api/use-answer.ts'
import { inWords } from '../look/days.ts'
import { Waiting } from '../look/waiting.tsx'
import { Compared } from './compared.tsx'

type Row = Ledger['facts'][number]

const decided = ['OutcomeDecided', 'StillUnclearJudged', 'ReasonsJudged']
const told = ['DraftReturned', 'DecisionReopened', 'DraftSubmitted', 'DraftApproved']

const wordsOf = ({ details }: Row): string => details.map(({ name, zh }) => `${name}：${zh}`).join('\n')

const History = ({ rows }: { readonly rows: readonly Row[] }) => (
  <ol className="history">
    {rows.map((row) => (
      <li key={row.version}>
        {inWords(row.fact.on)} {row.zh}
        {typeof row.fact.person === 'string' && `（${row.fact.person}）`}
        <span className="detail">{wordsOf(row)}</span>
      </li>
    ))}
  </ol>
)

/** Every decision, draft and opinion so far, and what the last version changed. */
export const Versions = ({ id }: { readonly id: string }) => {
  const ledger = useAnswer<Ledger>(`/cases/${id}/facts`)
  return (
    <Waiting on={ledger}>
      {({ facts }) => {
        const versions = facts.filter(({ fact }) => decided.includes(fact.type))
        const [older, newer] = versions.slice(-2)
        return (
          <>
            {older && newer ? (
              <>
                <p>与上一稿相比（划去的是原来的，加底色的是新写的）：</p>
                <Compared older={wordsOf(older)} newer={wordsOf(newer)} />
              </>
            ) : (
              <p>只有一稿。</p>
            )}
            <History rows={facts.filter(({ fact }) => [...decided, ...told].includes(fact.type))} />
          </>
        )
      }}
    </Waiting>
  )
}
