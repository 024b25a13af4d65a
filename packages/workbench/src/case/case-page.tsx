import { useState } from 'react'
import { ActPanel } from '../acts/act-panel.tsx'
import { ActsAside } from '../acts/acts-aside.tsx'
import { DoneBox } from '../acts/done-box.tsx'
import type { ActsAnswer, CasePage, CommandAnswer } from '../api/answers.ts'
import { useAnswer } from '../api/use-answer.ts'
import { go, Link, useAddress } from '../app/router.tsx'
import { hasRole, useSitting } from '../app/session.tsx'
import { Waiting } from '../look/waiting.tsx'
import { Asked } from './asked.tsx'
import { Attachments } from './attachments.tsx'
import { ClockSection } from './clock.tsx'
import { DecisionSection } from './decision.tsx'
import { Heading } from './heading.tsx'
import { LedgerSection } from './ledger.tsx'
import { Letters } from './letters.tsx'
import { OthersAsked } from './others-asked.tsx'
import { DossierButton } from './papers.tsx'
import { Related } from './related.tsx'
import { Remedies } from './remedies.tsx'
import { Risks } from './risks.tsx'
import { Searches } from './searches.tsx'
import { Suggestion } from './suggestion.tsx'

interface Done {
  readonly zh: string
  readonly done: CommandAnswer
}

const Sections = ({ page, acts }: { readonly page: CasePage; readonly acts: ActsAnswer['acts'] }) => {
  const { session } = useSitting()
  return (
    <>
      <Asked page={page} />
      <ClockSection key={page.version} page={page} />
      <OthersAsked page={page} />
      <Searches page={page} />
      <DecisionSection page={page} />
      <Letters page={page} />
      <Attachments page={page} mayFile={acts.some(({ command, permitted }) => command === 'filePapers' && permitted)} />
      <Suggestion page={page} />
      <Risks key={`risks${page.version}`} id={page.id} />
      <Remedies page={page} />
      {session.reads.includes('page') && <Related id={page.id} />}
      <LedgerSection key={`ledger${page.version}`} id={page.id} />
    </>
  )
}

/** 典型案例: offered where there is a result to tell of, to those who may. */
const ProposeModel = ({ page: { id, stage, drill } }: { readonly page: CasePage }) => {
  const { session } = useSitting()
  const told = stage === '办结' || stage === '归档'
  if (!told || drill || !hasRole(session, 'officer', 'officeHead')) return null
  return (
    <p>
      <Link to={`/cases/${id}/model-case`}>推荐为典型案例</Link>
    </p>
  )
}

/** One case as a page: what is asked, the clock, everybody asked, the reply, the papers; beside it what may be done. */
const CasePageView = ({ parts: [id = ''] }: { readonly parts: readonly string[] }) => {
  const { session } = useSitting()
  const page = useAnswer<CasePage>(`/cases/${id}`)
  const acts = useAnswer<ActsAnswer>(`/cases/${id}/acts`)
  const command = new URLSearchParams(useAddress().split('?')[1]).get('act')
  const [done, setDone] = useState<Done>()
  const reload = () => {
    page.reload()
    acts.reload()
  }
  const close = () => go(`/cases/${id}`, { replace: true })
  const finished = (answer: CommandAnswer, zh: string) => {
    setDone({ zh, done: answer })
    close()
    reload()
  }
  return (
    <Waiting on={page}>
      {(current) => (
        <div className="case">
          <div className="case-main">
            <Heading page={current} />
            {done && !command && <DoneBox key={done.done.version} {...done} />}
            {command && (
              <ActPanel
                key={command}
                page={current}
                command={command}
                onDone={finished}
                onClose={close}
                onReload={reload}
              />
            )}
            <Sections page={current} acts={acts.answer?.acts ?? []} />
            {session.reads.includes('dossier') && <DossierButton page={current} />}
            <ProposeModel page={current} />
          </div>
          {acts.answer && <ActsAside id={id} acts={acts.answer.acts} />}
        </div>
      )}
    </Waiting>
  )
}

export default CasePageView
