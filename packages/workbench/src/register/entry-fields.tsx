import { Checkbox, Form, Input, Radio, Select } from 'antd'
import { type ColleaguesAnswer, handsOf } from '../acts/choices.ts'
import { useWords } from '../app/session.tsx'
import { FilesField } from '../files/files-field.tsx'

const options = (names: Readonly<Record<string, string>>, except: readonly string[] = []) =>
  Object.entries(names)
    .filter(([value]) => !except.includes(value))
    .map(([value, label]) => ({ value, label }))

interface LineProps {
  readonly name: string | readonly [string, string]
  readonly label: string
  readonly extra?: string
}

/** A line of text; the browser is not to offer what somebody else was. */
const Line = ({ name, label, inputMode }: LineProps & { readonly inputMode?: 'tel' | 'email' }) => (
  <Form.Item name={typeof name === 'string' ? name : [...name]} label={label}>
    <Input autoComplete="off" {...(inputMode ? { inputMode } : {})} />
  </Form.Item>
)

const DayLine = ({ name, label, extra, today }: LineProps & { readonly today: string }) => (
  <Form.Item name={typeof name === 'string' ? name : [...name]} label={label} extra={extra}>
    <Input type="date" max={today} className="day" />
  </Form.Item>
)

/** How it came. What the applicant does online is not entered here. */
export const Arrival = ({ today }: { readonly today: string }) => {
  const words = useWords()
  const channel = Form.useWatch('channel')
  return (
    <fieldset>
      <legend>来件</legend>
      <Form.Item name="mailNumber" label="邮件号码" extra="扫描或者输入 EMS、挂号信号码；不是邮寄的按回车跳过">
        <Input autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item name="channel" label="渠道">
        <Radio.Group options={options(words.channels, ['online'])} />
      </Form.Item>
      {channel === 'registeredMail' && (
        <DayLine name="signedForOn" label="签收日期" extra="邮政签收记录上的日期，就是收到之日" today={today} />
      )}
      {channel === 'email' && <DayLine name="submittedOn" label="到达日期" today={today} />}
      {(channel === 'fax' || channel === 'ordinaryMail') && (
        <DayLine
          name="confirmedOn"
          label="双方确认日期"
          extra="还没有与申请人确认的不填；确认之日就是收到之日"
          today={today}
        />
      )}
    </fieldset>
  )
}

/** Who asks: a name, a paper that proves it, one way to be reached. Nothing else is asked (条例 29). */
export const Who = ({ onName }: { readonly onName: (name: string) => void }) => {
  const words = useWords()
  const natural = Form.useWatch(['applicant', 'kind']) === 'natural'
  return (
    <fieldset>
      <legend>申请人</legend>
      <Form.Item name={['applicant', 'kind']} label="类型">
        <Radio.Group options={options(words.applicantKinds)} />
      </Form.Item>
      <Form.Item name={['applicant', 'name']} label={natural ? '姓名' : '名称'}>
        <Input autoComplete="off" onBlur={(event) => onName(event.target.value.trim())} />
      </Form.Item>
      <div className="columns">
        <Line name={['applicant', 'idType']} label="证件类型" />
        <Line name={['applicant', 'idNumber']} label="证件号码" />
        <Line name={['applicant', 'phone']} label="联系电话" inputMode="tel" />
        <Line name={['applicant', 'email']} label="电子邮箱" inputMode="email" />
      </div>
      <Line name={['applicant', 'address']} label="通信地址" />
      <Line name={['applicant', 'agent']} label="代理人" />
    </fieldset>
  )
}

/** What is asked for, and how it is wanted. */
export const What = () => {
  const words = useWords()
  return (
    <fieldset>
      <legend>所需政府信息</legend>
      <Form.Item name={['information', 'description']} label="内容描述" extra="照申请书原文录入">
        <Input.TextArea rows={4} />
      </Form.Item>
      <div className="columns">
        <Line name={['information', 'title']} label="信息名称" />
        <Line name={['information', 'documentNumber']} label="文号" />
      </div>
      <div className="columns">
        <Form.Item name={['form', 'medium']} label="介质">
          <Radio.Group options={options(words.media)} />
        </Form.Item>
        <Form.Item name={['form', 'method']} label="获取方式">
          <Radio.Group options={options(words.methods)} />
        </Form.Item>
      </div>
      <Form.Item name={['form', 'otherWay']} valuePropName="checked">
        <Checkbox>无法按此提供时接受其他方式</Checkbox>
      </Form.Item>
    </fieldset>
  )
}

/** Last of all: of a thousand that are entered hardly one is a drill, and nobody should step over it (rulebook R98). */
export const Drill = () => (
  <Form.Item name="drill" valuePropName="checked" extra="编号另成序列，不计入任何报表和统计；录入以后不能改">
    <Checkbox>这是一次演练</Checkbox>
  </Form.Item>
)

/** What came on paper, scanned: the request itself, proof of identity, a power of attorney. */
export const Papers = () => (
  <details>
    <summary>附扫描件：申请书、身份证明、委托书等（可以不附）</summary>
    <Form.Item name="attachments" noStyle>
      <FilesField usual="request" />
    </Form.Item>
  </details>
)

/** Who takes it in hand, where that is known at once. */
export const Hands = ({ colleagues }: ColleaguesAnswer) => (
  <Form.Item name="officer" label="经办人" extra="不填的，由公开工作机构负责人指派">
    <Select
      id="officer"
      allowClear
      options={colleagues.filter(({ roles }) => roles.includes('officer')).map(handsOf)}
    />
  </Form.Item>
)
