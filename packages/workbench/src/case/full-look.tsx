import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { CasePage } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useSitting } from '../app/session.tsx'
import { ProblemBox } from '../look/problem-box.tsx'

interface Whole {
  readonly applicant: CasePage['applicant']
  readonly coApplicants: readonly CasePage['applicant'][]
}

/** 查看完整的证件号码: an act with a reason, written down before anything is told. */
export const FullLook = ({ id }: { readonly id: string }) => {
  const { session } = useSitting()
  const [whole, setWhole] = useState<Whole>()
  const [problem, setProblem] = useState<Problem>()
  if (!session.reads.includes('fullLook')) return null
  const take = async ({ reason = '' }: { reason?: string }) => {
    const body = { reason }
    const asked = await ask<Whole>(`/cases/${id}/full-look`, { method: 'POST', body })
    setProblem(asked.ok ? undefined : asked.problem)
    if (asked.ok) setWhole(asked.answer)
  }
  if (whole)
    return (
      <p role="status">
        {[whole.applicant, ...whole.coApplicants].map(({ name, idNumber }) => `${name} ${idNumber ?? ''}`).join('；')}
      </p>
    )
  return (
    <details>
      <summary>查看完整的证件号码（写明理由，记入安全日志）</summary>
      {problem && <ProblemBox problem={problem} nameOf={() => '理由'} />}
      <Form<{ reason?: string }> name="full-look" layout="vertical" onFinish={(form) => void take(form)}>
        <Form.Item name="reason" label="理由">
          <Input />
        </Form.Item>
        <Button htmlType="submit">查看</Button>
      </Form>
    </details>
  )
}
