import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { type LogQuery, noQuery } from './query.ts'

interface LogFiltersProps {
  readonly acts: Readonly<Record<string, string>>
  readonly onAsk: (query: LogQuery) => void
}

/** By day, by person, by kind; Enter searches. */
export const LogFilters = ({ acts, onAsk }: LogFiltersProps) => {
  const [query, setQuery] = useState(noQuery)
  const set = (part: Partial<LogQuery>) => setQuery((before) => ({ ...before, ...part }))
  const kinds = [{ value: '', label: '全部事项' }, ...Object.entries(acts).map(([value, label]) => ({ value, label }))]
  const box = (name: 'from' | 'to', label: string) => (
    <label className="field" htmlFor={`log-${name}`}>
      <span>{label}</span>
      <Input
        id={`log-${name}`}
        type="date"
        value={query[name]}
        onChange={(event) => set({ [name]: event.target.value })}
      />
    </label>
  )
  return (
    <search>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault()
          onAsk(query)
        }}
      >
        {box('from', '自')}
        {box('to', '到')}
        <label className="field grow" htmlFor="log-who">
          <span>用户名（办理的人，或者被办理的人）</span>
          <Input id="log-who" value={query.who} maxLength={60} onChange={(event) => set({ who: event.target.value })} />
        </label>
        <label className="field" htmlFor="log-act">
          <span>事项</span>
          <Select id="log-act" value={query.act} options={kinds} virtual={false} onChange={(act) => set({ act })} />
        </label>
        <Button htmlType="submit" type="primary">
          查找
        </Button>
      </form>
    </search>
  )
}
