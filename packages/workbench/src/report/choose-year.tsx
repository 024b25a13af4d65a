import { Select } from 'antd'
import { go } from '../app/router.tsx'
import { useSitting } from '../app/session.tsx'
import { type Place, pageAt, yearsUntil } from './address.ts'

/** Another year of the same page. */
export const ChooseYear = ({ path, place }: { readonly path: string; readonly place: Place }) => {
  const { session } = useSitting()
  const years = yearsUntil(session.today)
  return (
    <label className="field" htmlFor="report-year">
      <span>年度</span>
      <Select
        id="report-year"
        value={place.year}
        options={years.map((value) => ({ value, label: `${value}年` }))}
        onChange={(year) => go(pageAt(path, { ...place, year }))}
      />
    </label>
  )
}
