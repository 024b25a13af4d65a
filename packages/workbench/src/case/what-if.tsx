import { Form, Select } from 'antd'
import { useState } from 'react'
import { ActForm } from '../acts/act-form.tsx'
import { choicesFor, startingValues } from '../acts/choices.ts'
import type { CommandForm } from '../acts/schema.ts'
import type { CasePage } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useSitting } from '../app/session.tsx'
import { inWords } from '../look/days.ts'
import { idInWords } from '../look/ids.ts'
import { Waiting } from '../look/waiting.tsx'

/** Acts that move days; others change nothing that a what-if could show. */
const moving = [
  'extendReply',
  'requestCorrection',
  'receiveCorrection',
  'consultThirdParty',
  'consultOrgan',
  'recordOpinion',
  'askReasons',
  'deferReply',
  'chargeFee',
  'recordPayment',
  'recordLetterService',
  'dispatchReply',
  'recordService',
]

interface WhatIfAnswer {
  readonly lines: readonly { readonly ok: boolean; readonly refusal?: { readonly zh: string } }[]
  readonly moved: readonly {
    readonly what: string
    readonly id?: string
    readonly from: string | null
    readonly to: string | null
  }[]
}

const day = (on: string | null): string => (on ? inWords(on) : '没有')

const Outcome = ({ lines, moved }: WhatIfAnswer) => {
  const { words } = useSitting()
  const refused = lines.flatMap(({ refusal }) => refusal?.zh ?? [])
  if (refused.length > 0) return <p>不能这样办理：{refused.join('；')}</p>
  if (moved.length === 0) return <p>各项期限都不变。</p>
  return (
    <table className="plain">
      <caption>如果这样办理</caption>
      <thead>
        <tr>
          <th scope="col">期限</th>
          <th scope="col">现在</th>
          <th scope="col">办理以后</th>
        </tr>
      </thead>
      <tbody>
        {moved.map(({ what, id, from, to }) => (
          <tr key={what + (id ?? '')}>
            <th scope="row">
              {words.dues[what]}
              {id && `（${idInWords(id)}）`}
            </th>
            <td>{day(from)}</td>
            <td>
              <strong>{day(to)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Trial = ({ page, command }: { readonly page: CasePage; readonly command: string }) => {
  const { words } = useSitting()
  const form = useAnswer<CommandForm>(`/commands/${command}`)
  const [answer, setAnswer] = useState<WhatIfAnswer>()
  const tryOut = async (body: Record<string, unknown>): Promise<Problem | undefined> => {
    const asked = await ask<WhatIfAnswer>(`/cases/${page.id}/what-if`, {
      method: 'POST',
      body: { events: [{ ...body, do: command }] },
    })
    setAnswer(asked.ok ? asked.answer : undefined)
    return asked.ok ? undefined : asked.problem
  }
  return (
    <Waiting on={form}>
      {(described) => (
        <>
          <ActForm
            form={described}
            choices={choicesFor(command, { page, words, colleagues: [] })}
            initial={startingValues(command, page)}
            button="试算"
            onDo={tryOut}
          />
          <div role="status">{answer && <Outcome {...answer} />}</div>
        </>
      )}
    </Waiting>
  )
}

const Choose = ({ page }: { readonly page: CasePage }) => {
  const { words } = useSitting()
  const [command, setCommand] = useState<string>()
  const options = moving
    .filter((name) => page.permitted.includes(name))
    .map((value) => ({ value, label: words.commands[value] ?? value }))
  if (options.length === 0) return <p>现在没有会改变期限的事项。</p>
  return (
    <>
      <Form.Item label="如果办理" htmlFor="what-if-command" layout="vertical">
        <Select id="what-if-command" options={options} value={command} onChange={setCommand} />
      </Form.Item>
      {command && <Trial key={command} page={page} command={command} />}
    </>
  )
}

/** 设想: an act tried out in memory, and the days it would move. */
export const WhatIf = ({ page }: { readonly page: CasePage }) => {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>设想：如果这样办理，期限会怎样（什么也不保存）</summary>
      {open && <Choose page={page} />}
    </details>
  )
}
