import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../app/session.tsx'
import { clearSign } from '../look/signs.tsx'
import type { Filters } from './filters.ts'

const colours = [
  { value: '', label: '全部期限' },
  { value: 'red', label: '红：到期、过期' },
  { value: 'yellow', label: '黄：三个工作日以内' },
  { value: 'blue', label: '蓝：期限以内' },
  { value: 'grey', label: '灰：不计期限' },
]

interface FilterBarProps {
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}

/** Search and filters; Enter searches. */
export const FilterBar = ({ filters, onChange }: FilterBarProps) => {
  const words = useWords()
  const [q, setQ] = useState(filters.q)
  const states = [
    { value: '', label: '全部状态' },
    ...Object.entries(words.states).map(([value, label]) => ({ value, label })),
  ]
  return (
    <search>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault()
          onChange({ ...filters, q })
        }}
      >
        <label className="field grow" htmlFor="filter-q">
          <span>查找</span>
          <Input
            id="filter-q"
            type="search"
            value={q}
            placeholder="编号、文号、邮件号码、申请人、内容，两个字也可以"
            onChange={(event) => setQ(event.target.value)}
            allowClear={{ clearIcon: clearSign }}
          />
        </label>
        <label className="field" htmlFor="filter-state">
          <span>状态</span>
          <Select
            id="filter-state"
            value={filters.state}
            options={states}
            onChange={(state) => onChange({ ...filters, q, state })}
          />
        </label>
        <label className="field" htmlFor="filter-colour">
          <span>期限</span>
          <Select
            id="filter-colour"
            value={filters.colour}
            options={colours}
            onChange={(colour) => onChange({ ...filters, q, colour })}
          />
        </label>
        <Button htmlType="submit" type="primary">
          查找
        </Button>
      </form>
    </search>
  )
}
