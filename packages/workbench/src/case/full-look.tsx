import { Button, Form, Input, Space } from 'antd'
import { useState } from 'react'
import type { CasePage } from '../api/answers.ts'
import { ask, postForFile } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useSitting } from '../app/session.tsx'
import { ProblemBox } from '../look/problem-box.tsx'
import { saveFile } from '../look/save-file.ts'

interface Whole {
  readonly applicant: CasePage['applicant']
  readonly coApplicants: readonly CasePage['applicant'][]
}

/** 查看完整的证件号码: an act with a reason, written down before anything is told. */
export const FullLook = ({ page: { id, number } }: { readonly page: CasePage }) => {
  const { session } = useSitting()
  const [whole, setWhole] = useState<Whole>()
  const [problem, setProblem] = useState<Problem>()
  const [form] = Form.useForm<{ reason?: string }>()
  if (!session.reads.includes('fullLook')) return null
  const take = async ({ reason = '' }: { reason?: string }) => {
    const body = { reason }
    const asked = await ask<Whole>(`/cases/${id}/full-look`, { method: 'POST', body })
    setProblem(asked.ok ? undefined : asked.problem)
    if (asked.ok) setWhole(asked.answer)
  }
  const takeDossier = async () => {
    const asked = await postForFile(`/cases/${id}/dossier.zip`, { reason: form.getFieldValue('reason') ?? '' })
    setProblem(asked.ok ? undefined : asked.problem)
    if (asked.ok) saveFile(asked.answer, `案卷-${number ?? id}-证件号码完整.zip`)
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
      <Form<{ reason?: string }> form={form} name="full-look" layout="vertical" onFinish={(told) => void take(told)}>
        <Form.Item name="reason" label="理由">
          <Input />
        </Form.Item>
        <Space wrap>
          <Button htmlType="submit">查看</Button>
          <Button onClick={() => void takeDossier()}>下载证件号码完整的案卷（供法院、复议机关核对台账）</Button>
        </Space>
      </Form>
    </details>
  )
}
