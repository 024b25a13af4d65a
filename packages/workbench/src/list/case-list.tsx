import { Button } from 'antd'
import type { CaseRow } from '../api/answers.ts'
import { go, useAddress } from '../app/router.tsx'
import { useWords } from '../app/session.tsx'
import { ProblemBox } from '../look/problem-box.tsx'
import { saveFile } from '../look/save-file.ts'
import { CaseTable } from './case-table.tsx'
import { FilterBar } from './filter-bar.tsx'
import { addressOf, type Filters, filtersOf, listQuery } from './filters.ts'
import { colourOf } from './light.tsx'
import { SavedFilters } from './saved-filters.tsx'
import { useCasePages } from './use-case-pages.ts'

interface CaseListProps {
  readonly path: string
  readonly caption: string
  /** What the list is, as the interface is asked for it. */
  readonly query: Readonly<Record<string, string>>
  readonly empty: string
}

const suggestion = ({ q, state, colour }: Filters, states: Readonly<Record<string, string>>): string =>
  [q, states[state], { red: '红', yellow: '黄', blue: '蓝', grey: '灰' }[colour]].filter(Boolean).join('·') || '查找'

/** As in every export: what a spreadsheet may take for the beginning of a formula, full-width twins and blanks before included. */
const formula = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫\t\r|]/u

/** A spreadsheet of what is on the page: numbers, days and states, the applicant masked as in the list. */
const csvOf = (rows: readonly CaseRow[], words: ReturnType<typeof useWords>): string => {
  const quoted = (text: string) => `"${text.replace(/"/g, '""').replace(formula, "'$&")}"`
  const line = (cells: readonly string[]) => cells.map(quoted).join(',')
  const head = ['受理编号', '收到日期', '申请人', '信息名称', '申请内容', '状态', '经办人', '期限', '到期日']
  const body = rows.map((row) => [
    row.number ?? '',
    row.receivedOn ?? '',
    row.applicant,
    row.title ?? '',
    row.description,
    words.states[row.state] ?? '',
    row.officer ?? '',
    row.next ? (words.dues[row.next.what] ?? '') : '',
    row.next?.dueOn ?? '',
  ])
  return `\ufeff${[head, ...body].map(line).join('\r\n')}\r\n`
}

const save = (text: string, name: string): void => saveFile(new Blob([text], { type: 'text/csv' }), name)

/** A list of cases with search, filters and more on demand. */
export const CaseList = ({ path, caption, query, empty }: CaseListProps) => {
  const address = useAddress()
  const words = useWords()
  const filters = filtersOf(address)
  const { rows, next, loading, problem, more, reload } = useCasePages(listQuery(filters, query))
  const shown = filters.colour ? rows.filter((row) => colourOf(row) === filters.colour) : rows
  return (
    <>
      <FilterBar key={filters.q} filters={filters} onChange={(changed) => go(addressOf(path, changed))} />
      <SavedFilters address={address} suggestion={suggestion(filters, words.states)} />
      {problem && <ProblemBox problem={problem} onReload={reload} />}
      <p className="count" role="status">
        {loading ? '正在读取……' : shown.length === 0 ? empty : `共列出${shown.length}件${next ? '，还有更多' : ''}`}
      </p>
      {shown.length > 0 && <CaseTable rows={shown} caption={caption} />}
      <div className="row">
        {next && <Button onClick={more}>再列一页</Button>}
        {shown.length > 0 && (
          <Button onClick={() => save(csvOf(shown, words), `${caption}.csv`)}>存为表格（CSV）</Button>
        )}
      </div>
    </>
  )
}
