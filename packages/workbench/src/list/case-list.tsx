import { Button } from 'antd'
import { go, useAddress } from '../app/router.tsx'
import { useWords } from '../app/session.tsx'
import { ProblemBox } from '../look/problem-box.tsx'
import { CaseTable } from './case-table.tsx'
import { FilterBar } from './filter-bar.tsx'
import { addressOf, type Filters, filtersOf, listQuery } from './filters.ts'
import { SaveTable } from './save-table.tsx'
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

/** A list of cases with search, filters and more on demand. */
export const CaseList = ({ path, caption, query, empty }: CaseListProps) => {
  const address = useAddress()
  const words = useWords()
  const filters = filtersOf(address)
  const asked = listQuery(filters, query)
  const { rows, next, loading, problem, more, reload } = useCasePages(asked)
  return (
    <>
      <FilterBar key={filters.q} filters={filters} onChange={(changed) => go(addressOf(path, changed))} />
      <SavedFilters address={address} suggestion={suggestion(filters, words.states)} />
      {problem && <ProblemBox problem={problem} onReload={reload} />}
      <p className="count" role="status">
        {loading ? '正在读取……' : rows.length === 0 ? empty : `共列出${rows.length}件${next ? '，还有更多' : ''}`}
      </p>
      {rows.length > 0 && <CaseTable rows={rows} caption={caption} />}
      <div className="row">
        {next && <Button onClick={more}>再列一页</Button>}
        {rows.length > 0 && <SaveTable query={asked} caption={caption} />}
      </div>
    </>
  )
}
