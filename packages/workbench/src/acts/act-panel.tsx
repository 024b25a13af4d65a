import { useEffect, useRef, useState } from 'react'
import type { CasePage, CommandAnswer } from '../api/answers.ts'
import { newKey } from '../api/ask.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useWords } from '../app/session.tsx'
import { Waiting } from '../look/waiting.tsx'
import { ActForm } from './act-form.tsx'
import { type ColleaguesAnswer, choicesFor, startingValues, unasked } from './choices.ts'
import { doAct, isProblem } from './do-act.ts'
import type { CommandForm } from './schema.ts'

interface ActPanelProps {
  readonly page: CasePage
  readonly command: string
  readonly onDone: (done: CommandAnswer, zh: string) => void
  readonly onClose: () => void
  readonly onReload: () => void
}

const giving = ['registerRequest', 'assignOfficer']

/** The form of one act, open above the case. */
export const ActPanel = ({ page, command, onDone, onClose, onReload }: ActPanelProps) => {
  const words = useWords()
  const form = useAnswer<CommandForm>(`/commands/${command}`)
  const { answer: people } = useAnswer<ColleaguesAnswer>(giving.includes(command) ? '/colleagues' : null)
  const [key, setKey] = useState(newKey)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const send = async (body: object, zh: string) => {
    const answer = await doAct({ id: page.id, version: page.version, command, body, key })
    if (!isProblem(answer)) {
      onDone(answer, zh)
      return undefined
    }
    // Nothing was saved under this key, or another body is meant next time.
    if (answer.status >= 400 && answer.status < 500) setKey(newKey())
    return answer
  }
  return (
    <section className="panel" aria-labelledby="act-heading">
      <h2 id="act-heading" ref={heading} tabIndex={-1}>
        {words.commands[command]}
      </h2>
      <Waiting on={form}>
        {(described) => (
          <>
            <p className="basis">依据：{described.cited}</p>
            <ActForm
              form={described}
              choices={choicesFor(command, { page, words, colleagues: people?.colleagues ?? [] })}
              except={unasked[command] ?? []}
              initial={startingValues(command, page)}
              button={`${described.zh}`}
              onDo={(body) => send(body, described.zh)}
              onCancel={onClose}
              onReload={onReload}
            />
          </>
        )}
      </Waiting>
    </section>
  )
}
