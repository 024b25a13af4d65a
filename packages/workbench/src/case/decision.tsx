import { Button } from 'antd'
import { useState } from 'react'
import type { CasePage } from '../api/answers.ts'
import { useWords } from '../app/session.tsx'
import { inWords } from '../look/days.ts'
import { FileView } from './letter-button.tsx'
import { Facts, Section } from './section.tsx'

const remedies: Readonly<Record<string, string>> = {
  RB0: '没有救济告知',
  RB1: '先申请行政复议，对复议决定不服再起诉',
  RB2: '可以申请行政复议，也可以直接起诉',
  RB3: '各项不同，逐项告知',
}

const plain = (value: unknown): string =>
  Array.isArray(value) ? value.map(plain).join('；') : typeof value === 'object' ? JSON.stringify(value) : String(value)

/** What was decided, in the fields it was decided with. */
const Decided = ({ page }: { readonly page: CasePage }) => {
  const words = useWords()
  const { decision, end } = page
  if (!decision) return null
  const outcome = words.outcomes[decision.outcome]
  return (
    <Facts
      rows={[
        ['处理决定', `${outcome?.zh ?? decision.outcome}（${decision.outcome}）`],
        ['依据', outcome?.basis],
        ['答复书', outcome && words.letters[outcome.letter]],
        ['救济', end.remedy && remedies[end.remedy]],
        ['年报表三', end.reportLine],
        ['理由', typeof decision.reasons === 'string' ? decision.reasons : ''],
        ...Object.entries(decision)
          .filter(([name, value]) => ['where', 'items', 'route', 'given', 'withheld'].includes(name) && value)
          .map(
            ([name, value]) =>
              [
                name === 'where'
                  ? '公开的位置'
                  : name === 'route'
                    ? '提供方式'
                    : name === 'withheld'
                      ? '不予公开的部分'
                      : name === 'given'
                        ? '公开的部分'
                        : '提供的信息',
                plain(value),
              ] as const,
          ),
      ]}
    />
  )
}

const unsigned = ['drafting', 'examining', 'signing']

const DraftButton = ({ id }: { readonly id: string }) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>看拟稿的全文（PDF）</Button>
      {open && <FileView path={`/cases/${id}/letters/draft.pdf`} title="拟稿" onClose={() => setOpen(false)} />}
    </>
  )
}

/** 处理决定和答复: decided, drafted, approved, signed, sent, served. */
export const DecisionSection = ({ page }: { readonly page: CasePage }) => {
  const words = useWords()
  const { decision, draft, approval, signedBy, reply } = page
  if (!decision) return null
  return (
    <Section id="decision" title="处理决定和答复">
      <Decided page={page} />
      <Facts
        rows={[
          ['拟稿', draft && `${draft.by ?? ''}${draft.text ? `：${draft.text}` : ''}`],
          [
            '审核',
            approval &&
              `${approval.by ?? ''} ${inWords(approval.on)}${approval.opinion ? `：${approval.opinion}` : ''}`,
          ],
          ['保密审查', approval?.secrecyReviewedOn && `审核人确认：${inWords(approval.secrecyReviewedOn)}`],
          ['签发', reply && `${signedBy ?? ''} ${inWords(reply.signedOn)}`],
          [
            '发出',
            reply?.dispatchedOn &&
              `${inWords(reply.dispatchedOn)} ${words.services[reply.method ?? ''] ?? ''} ${reply.mailNumber ?? ''}`,
          ],
          ['退回', reply?.returnedOn && inWords(reply.returnedOn)],
          ['送达', reply?.servedOn && inWords(reply.servedOn)],
        ]}
      />
      {unsigned.includes(page.state) && <DraftButton id={page.id} />}
    </Section>
  )
}
