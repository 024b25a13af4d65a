import { Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import type { StaffRow } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useWords } from '../app/session.tsx'
import { Dialog } from '../look/dialog.tsx'
import { ProblemBox } from '../look/problem-box.tsx'
import type { Done } from './done-box.tsx'
import type { StaffAct } from './staff-acts.ts'

interface Values {
  readonly reason?: string
  readonly roles?: readonly string[]
  readonly sub?: string
}

type Answer = StaffRow | { readonly person: StaffRow; readonly password: string; readonly until: string }

const names: Readonly<Record<string, string>> = { reason: '理由', sub: '用户标识' }

/** Only what the act asks for is sent: the interface takes no field it does not know. */
const bodyOf = ({ asks }: StaffAct, { reason = '', roles = [], sub = '' }: Values): object => {
  if (asks === 'roles') return { reason, roles }
  return asks === 'sub' ? { reason, sub: sub.trim() } : { reason }
}

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
  const go = async (values: Values) => {
    const body = bodyOf(act, values)
    const asked = await ask<Answer>(`/staff/${row.id}/${act.path}`, { method: 'POST', body })
    if (asked.ok) onDone(doneOf(act.zh, asked.answer))
    else setProblem(asked.problem)
  }
  return (
    <Dialog title={`${act.zh}：${row.displayName}（${row.name}）`} onClose={onClose}>
      <p>{act.effect}</p>
      {problem && <ProblemBox problem={problem} nameOf={(path) => names[path] ?? path} />}
      <Form<Values>
        name="staff-act"
        layout="vertical"
        initialValues={{ roles: row.roles }}
        onFinish={(values) => void go(values)}
      >
        {act.asks === 'roles' && (
          <Form.Item name="roles" label="岗位">
            <Checkbox.Group className="role-choices" options={choices} />
          </Form.Item>
        )}
        {act.asks === 'sub' && (
          <Form.Item
            name="sub"
            label="统一身份认证平台给本人的用户标识"
            extra="只存密钥摘要，原文不保存，以后也不再显示。"
          >
            <Input autoComplete="off" spellCheck={false} />
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
