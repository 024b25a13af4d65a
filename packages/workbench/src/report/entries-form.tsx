import { Button, Input } from 'antd'
import { useState } from 'react'
import type { YearReportAnswer } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { ProblemBox } from '../look/problem-box.tsx'
import { type Place, writeAt } from './address.ts'
import { ChangedPart, ChangedSource } from './changed-part.tsx'
import {
  type Entries,
  entriesOf,
  type Field,
  fieldsOf,
  type PartName,
  partNames,
  proposedFor,
  textIn,
  toSend,
  withValue,
} from './entries.ts'
import { ImportFile } from './import-file.tsx'
import { marksTwo } from './marks.ts'
import { SheetTable } from './sheet-table.tsx'

interface ReportProps {
  readonly report: YearReportAnswer
}

interface EditProps {
  readonly entries: Entries
  readonly onChange: (entries: Entries) => void
}

const Source = ({ report, name, entries, onChange }: EditProps & ReportProps & { readonly name: string }) => (
  <label className="field" htmlFor={`source-${name}`}>
    <span>
      {name}的来源 <ChangedSource report={report} name={name} />
    </span>
    <Input
      id={`source-${name}`}
      value={entries.sources[name] ?? ''}
      placeholder="取自哪里，例如审批系统的统计、某股室报送"
      onChange={(event) => onChange({ ...entries, sources: { ...entries.sources, [name]: event.target.value } })}
    />
  </label>
)

const TableTwo = ({ report, entries, onChange }: EditProps & ReportProps) => {
  const fields = new Map(fieldsOf(report).map((field) => [field.figure, field]))
  const box = (field: Field) => (
    <Input
      type="number"
      min={0}
      step={field.kind === '行政事业性收费' ? 'any' : 1}
      className="number"
      aria-label={field.label}
      value={textIn(entries, field)}
      placeholder={proposedFor(report, field)}
      onChange={(event) => onChange(withValue(entries, field, event.target.value))}
    />
  )
  const kinds = [...new Set([...fields.values()].map(({ kind }) => kind))]
  return (
    <>
      {report.proposed && (
        <p>空格中浅色的是各机关公布或者填写的数字之和，不另填的就用它；有机关没有填写的，没有合计。</p>
      )}
      <SheetTable
        sheet={report.sheets.two}
        moved={marksTwo(report)}
        drawn={(figure) => {
          const field = fields.get(figure)
          return field ? box(field) : null
        }}
      />
      <div className="columns">
        {kinds.map((kind) => (
          <Source key={kind} report={report} name={kind} entries={entries} onChange={onChange} />
        ))}
      </div>
    </>
  )
}

interface PartProps extends EditProps {
  readonly report: YearReportAnswer
  readonly name: PartName
}

const Part = ({ report, name, entries, onChange }: PartProps) => (
  <fieldset>
    <legend>{partNames[name]}</legend>
    <ChangedPart report={report} name={name} />
    {name === 'other' && <p className="quiet">信息处理费的一句由台账写在前面，这里不用写。</p>}
    <Input.TextArea
      aria-label={partNames[name]}
      rows={name === 'other' ? 3 : 8}
      value={entries.parts[name]}
      onChange={(event) => onChange({ ...entries, parts: { ...entries.parts, [name]: event.target.value } })}
    />
    <Source report={report} name={partNames[name]} entries={entries} onChange={onChange} />
  </fieldset>
)

const yearIn = (value: unknown): string => {
  const { year } = (value ?? {}) as { year?: unknown }
  return typeof year === 'number' ? `${year}年` : ''
}

/** Last year's, where it was not published here: imported, with where it was taken from. */
const Previous = ({ report, entries, onChange }: EditProps & ReportProps) => (
  <fieldset>
    <legend>上年的报告</legend>
    <p>
      {entries.previous
        ? `已填写${yearIn(entries.previous)}的报告。`
        : '上年的报告不是本系统公布的，请导入，上年结转据此核对。'}
    </p>
    <ImportFile
      id="previous-file"
      label="导入上年的报告（JSON）"
      onRead={(previous) => onChange({ ...entries, previous })}
    />
    <label className="field" htmlFor="source-previous">
      <span>
        上年报告的来源 <ChangedSource report={report} name="previous" />
      </span>
      <Input
        id="source-previous"
        value={entries.sources.previous ?? ''}
        onChange={(event) => onChange({ ...entries, sources: { ...entries.sources, previous: event.target.value } })}
      />
    </label>
    {entries.previous !== undefined && (
      <Button onClick={() => onChange({ ...entries, previous: undefined })}>不用这份上年报告</Button>
    )}
  </fieldset>
)

interface EntriesFormProps {
  readonly report: YearReportAnswer
  readonly place: Place
  readonly onSaved: (report: YearReportAnswer) => void
}

const nameOf = (path: string): string =>
  path
    .replace(/^table2\./, '表二 ')
    .replace(/^sources\.previous$/, '上年报告的来源')
    .replace(/^parts\.(\w+)$/, (_, name: PartName) => partNames[name] ?? name)

/** 表二 and the words: entered by hand or read from a file, each with its source; saved into the draft. */
export const EntriesForm = ({ report, place, onSaved }: EntriesFormProps) => {
  const [entries, setEntries] = useState(() => entriesOf(report.draft?.entries))
  const [problem, setProblem] = useState<Problem>()
  const [told, setTold] = useState('')
  const [busy, setBusy] = useState(false)
  const change = (next: Entries) => {
    setTold('')
    setEntries(next)
  }
  const save = async () => {
    setBusy(true)
    const asked = await ask<YearReportAnswer>(writeAt(place, 'entries'), {
      method: 'PUT',
      body: toSend(entries),
    })
    setBusy(false)
    setProblem(asked.ok ? undefined : asked.problem)
    if (!asked.ok) return
    setTold('已保存到草稿。')
    onSaved(asked.answer)
  }
  return (
    <form
      aria-label="填写表二和文字部分"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {problem && <ProblemBox problem={problem} nameOf={nameOf} />}
      <ImportFile id="entries-file" label="导入填写的内容（JSON 文件）" onRead={(value) => change(entriesOf(value))} />
      <TableTwo report={report} entries={entries} onChange={change} />
      {(Object.keys(partNames) as PartName[]).map((name) => (
        <Part key={name} report={report} name={name} entries={entries} onChange={change} />
      ))}
      {report.previous?.from !== 'edition' && <Previous report={report} entries={entries} onChange={change} />}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          保存草稿
        </Button>
        <span role="status">{told}</span>
      </div>
    </form>
  )
}
