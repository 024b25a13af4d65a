import { Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import type { StaffRow } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useWords } from '../app/session.tsx'
import { Dialog } from '../look/dialog.tsx'
import { ProblemBox } from '../look/problem-box.tsx'
import type { Done } from './done-box.tsx'
import { giveRoles, type StaffAct } from './staff-acts.ts'

interface Values {
  readonly reason?: string
  readonly roles?: readonly string[]
}

type Answer = StaffRow | { readonly person: StaffRow; readonly password: string; readonly until: string }

/** Applicants have the portal, the calendar is nobody. */
const notGiven = ['applicant', 'calendar']

const doneOf = (zh: string, answer: Answer): Done => ('person' in answer ? { zh, ...answer } : { zh, person: answer })

interface ActDialogProps {
  readonly row: StaffRow
  readonly act: StaffAct
  readonly onClose: () => void
  readonly onDone: (done: Done) => void
}

/** One act on one person: what comes of it, the reason, and the button. */
export const ActDialog = ({ row, act, onClose, onDone }: ActDialogProps) => {
  const words = useWords()
  const [problem, setProblem] = useState<Problem>()
  const choices = Object.entries(words.roles)
    .filter(([role]) => !notGiven.includes(role))
    .map(([value, label]) => ({ value, label }))
  const go = async ({ reason = '', roles = [] }: Values) => {
    const body = act === giveRoles ? { reason, roles } : { reason }
    const asked = await ask<Answer>(`/staff/${row.id}/${act.path}`, { method: 'POST', body })
    if (asked.ok) onDone(doneOf(act.zh, asked.answer))
    else setProblem(asked.problem)
  }
  return (
    <Dialog title={`${act.zh}：${row.displayName}（${row.name}）`} onClose={onClose}>
      <p>{act.effect}</p>
      {problem && <ProblemBox problem={problem} nameOf={() => '理由'} />}
      <Form<Values>
        name="staff-act"
        layout="vertical"
        initialValues={{ roles: row.roles }}
        onFinish={(values) => void go(values)}
      >
        {act === giveRoles && (
          <Form.Item name="roles" label="岗位">
            <Checkbox.Group className="role-choices" options={choices} />
          </Form.Item>
        )}
        <Form.Item name="reason" label="理由">
          <Input autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" danger={act.danger === true}>
          {act.zh}
        </Button>
      </Form>
    </Dialog>
  )
}
