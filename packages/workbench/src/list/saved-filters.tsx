import { Button } from 'antd'
import { useState } from 'react'
import { remember, remembered } from '../app/device.ts'
import { Link } from '../app/router.tsx'

interface Saved {
  readonly name: string
  readonly address: string
}

const kept = (): Saved[] => {
  try {
    return JSON.parse(remembered('filters') ?? '[]') as Saved[]
  } catch {
    return []
  }
}

interface SavedFiltersProps {
  readonly address: string
  readonly suggestion: string
}

/** Filters kept on this device under the words they were made with. */
export const SavedFilters = ({ address, suggestion }: SavedFiltersProps) => {
  const [saved, setSaved] = useState(kept)
  const keep = (next: Saved[]) => {
    remember('filters', JSON.stringify(next))
    setSaved(next)
  }
  const isSaved = saved.some((one) => one.address === address)
  if (saved.length === 0 && !address.includes('?')) return null
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
      {address.includes('?') && !isSaved && (
        <Button size="small" onClick={() => keep([...saved, { name: suggestion, address }])}>
          存下这个查找
        </Button>
      )}
    </div>
  )
}
