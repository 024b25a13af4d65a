import { Button } from 'antd'
import { useState } from 'react'
import { remember, remembered } from '../app/device.ts'
import { Link } from '../app/router.tsx'
import { filtersOf } from './filters.ts'

interface Saved {
  readonly name: string
  readonly address: string
}

/** Words that were searched for may be somebody's name: they stay on no device, whoever signs in there next. */
const hasWords = (address: string): boolean => filtersOf(address).q !== ''

/** What was saved before words were left out is thrown away here. */
const kept = (): Saved[] => {
  try {
    const all = JSON.parse(remembered('filters') ?? '[]') as Saved[]
    const fit = all.filter((one) => !hasWords(one.address))
    if (fit.length < all.length) remember('filters', JSON.stringify(fit))
    return fit
  } catch {
    return []
  }
}

interface SavedFiltersProps {
  readonly address: string
  readonly suggestion: string
}

/** Filters kept on this device under what they narrow to; one with words to search for is not offered to be kept. */
export const SavedFilters = ({ address, suggestion }: SavedFiltersProps) => {
  const [saved, setSaved] = useState(kept)
  const keep = (next: Saved[]) => {
    remember('filters', JSON.stringify(next))
    setSaved(next)
  }
  const isSaved = saved.some((one) => one.address === address)
  const mayKeep = address.includes('?') && !hasWords(address)
  if (saved.length === 0 && !mayKeep) return null
  return (
    <div className="saved">
      {saved.length > 0 && <span className="quiet">存下的查找：</span>}
      {saved.map((one) => (
        <span key={one.address} className="saved-one">
          <Link to={one.address}>{one.name}</Link>
          <Button
            type="text"
            size="small"
            aria-label={`删除存下的查找：${one.name}`}
            onClick={() => keep(saved.filter(({ address: other }) => other !== one.address))}
          >
            ×
          </Button>
        </span>
      ))}
      {mayKeep && !isSaved && (
        <Button size="small" onClick={() => keep([...saved, { name: suggestion, address }])}>
          存下这个查找
        </Button>
      )}
    </div>
  )
}
