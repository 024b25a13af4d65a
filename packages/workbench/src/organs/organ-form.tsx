import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import type { PlacedOrganAnswer } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useSitting } from '../app/session.tsx'
import { ProblemBox } from '../look/problem-box.tsx'
import { bodyOf, type OrganValues, valuesOf } from './organ-values.ts'

const texts = {
  name: '名称',
  prefix: '文号代字，如“青水”',
  department: '政府信息公开工作机构',
  address: '地址',
  postcode: '邮政编码',
  telephone: '联系电话',
  hours: '办公时间',
  government: '本级人民政府',
} as const
const optional = {
  higherGovernment: '上一级人民政府',
  higherDepartment: '上一级主管部门',
  localGovernment: '所在地人民政府（只有直辖市、设区的市的派出机构填写）',
  reconsiderationOrgan: '另行指定的复议机关（空的按种类推算）',
  court: '集中管辖的法院（空的写“有管辖权的人民法院”）',
  reviewOnlineUrl: '网上申请复议的网址',
  portalUrl: '申请和查询的网址',
  disclosureUrl: '主动公开的网址',
  waysToPay: '信息处理费到哪里、怎样缴纳（空的写通常的办法）',
} as const

const labels: Readonly<Record<string, string>> = {
  ...{ code: '机关代码', type: '种类', channels: '公布的渠道', guide: '指南', reason: '理由' },
  ...{ 'guide.updatedOn': '指南更新的日期', 'guide.email': '指南的电子邮箱', supervisedBy: '主管部门' },
  ...texts,
  ...optional,
}

const Boxes = ({ of }: { readonly of: Readonly<Record<string, string>> }) => (
  <div className="columns">
    {Object.entries(of).map(([name, label]) => (
      <Form.Item key={name} name={name} label={label}>
        <Input autoComplete="off" />
      </Form.Item>
    ))}
  </div>
)

/** In person and by post may never be refused, so they need no day (国办公开办函〔2017〕19号). */
const always = ['inPerson', 'mail', 'registeredMail']

const Channels = () => {
  const { words } = useSitting()
  return (
    <fieldset>
      <legend>公布的受理渠道，各自公布的日期（空的没有公布；当面、邮寄不用公布）</legend>
      <div className="columns">
        {Object.entries(words.channels)
          .filter(([channel]) => !always.includes(channel))
          .map(([channel, zh]) => (
            <Form.Item key={channel} name={['channels', channel]} label={zh}>
              <Input type="date" className="day" />
            </Form.Item>
          ))}
      </div>
    </fieldset>
  )
}

const Guide = () => (
  <fieldset>
    <legend>公开指南（《条例》第十二条）</legend>
    <div className="columns">
      <Form.Item name={['guide', 'updatedOn']} label="更新的日期">
        <Input type="date" className="day" />
      </Form.Item>
      <Form.Item name={['guide', 'fax']} label="传真">
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name={['guide', 'email']} label="电子邮箱">
        <Input autoComplete="off" />
      </Form.Item>
    </div>
    <Form.Item name="categories" label="政府信息的分类，每行一项">
      <Input.TextArea rows={4} />
    </Form.Item>
  </fieldset>
)

/** Who supervises it: for who is of no organ to say. */
const Place = ({ organ, all }: Pick<OrganFormProps, 'organ' | 'all'>) => {
  const others = all.filter(({ code }) => code !== organ?.code)
  const none = { value: null as string | null, label: '没有' }
  return (
    <Form.Item name="supervisedBy" label="主管部门">
      <Select options={[none, ...others.map(({ code, name }) => ({ value: code, label: `${name}（${code}）` }))]} />
    </Form.Item>
  )
}

interface OrganFormProps {
  /** Left out for a new one. */
  readonly organ?: PlacedOrganAnswer
  readonly all: readonly PlacedOrganAnswer[]
  readonly onDone: (zh: string) => void
}

/** The record of one organ, as letters print it. */
export const OrganForm = ({ organ, all, onDone }: OrganFormProps) => {
  const { session, words } = useSitting()
  const [problem, setProblem] = useState<Problem>()
  const types = Object.entries(words.organTypes).map(([value, label]) => ({ value, label }))
  const save = async (values: OrganValues) => {
    const path = organ ? `/organs/${organ.code}` : '/organs'
    const asked = await ask<PlacedOrganAnswer>(path, { method: 'POST', body: bodyOf(values) })
    if (asked.ok) onDone(organ ? `已修改：${asked.answer.name}` : `已增加：${asked.answer.name}`)
    else setProblem(asked.problem)
  }
  return (
    <>
      {problem && (
        <ProblemBox problem={problem} nameOf={(path) => labels[path] ?? labels[path.split('.')[0] ?? ''] ?? path} />
      )}
      <Form<OrganValues>
        name={`organ-${organ?.code ?? 'new'}`}
        layout="vertical"
        initialValues={organ ? valuesOf(organ) : { supervisedBy: null }}
        onFinish={(values) => void save(values)}
      >
        {!organ && (
          <Form.Item name="code" label="机关代码（2至10个大写字母，编入受理编号，建立后不能更改）">
            <Input autoComplete="off" className="number" />
          </Form.Item>
        )}
        <Form.Item name="type" label="种类（决定复议机关和管辖法院）">
          <Select options={types} />
        </Form.Item>
        <Boxes of={texts} />
        <Boxes of={optional} />
        <Channels />
        <Guide />
        {session.organ === null && <Place organ={organ as PlacedOrganAnswer} all={all} />}
        <Form.Item name="reason" label="理由，记入安全日志">
          <Input autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {organ ? '保存' : '增加机关'}
        </Button>
      </Form>
    </>
  )
}
