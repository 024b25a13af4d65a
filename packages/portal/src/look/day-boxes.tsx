import { type Day, isDay } from '@zhiqing/law'
import { type Fault, faultOf, idOf } from './fault.js'
import { Group } from './group.js'

/** A day as typed in three boxes. */
export interface TypedDay {
  readonly year: string
  readonly month: string
  readonly date: string
}

const boxes = [
  { name: 'year', label: '年', className: 'four' },
  { name: 'month', label: '月', className: 'two' },
  { name: 'date', label: '日', className: 'two' },
] as const

const longest = 10

/** The three boxes by their names, in plain figures; `prefix` sets several days of one form apart. */
export const typedDay = (read: (name: string) => string, prefix = ''): TypedDay => {
  const [year = '', month = '', date = ''] = boxes.map(({ name }) =>
    read(`${prefix}${name}`).normalize('NFKC').trim().slice(0, longest),
  )
  return { year, month, date }
}

/** As people write a day: no zeros in front. */
export const typedFrom = (on: Day): TypedDay => {
  const [year = '', month = '', date = ''] = on.split('-').map((part) => String(Number(part)))
  return { year, month, date }
}

export const isEmptyDay = ({ year, month, date }: TypedDay): boolean => !year && !month && !date

/** The day that was typed; undefined where there is none like it. */
export const dayTyped = ({ year, month, date }: TypedDay): Day | undefined => {
  const on = [year.padStart(4, '0'), month.padStart(2, '0'), date.padStart(2, '0')].join('-')
  return isDay(on) ? (on as Day) : undefined
}

interface DayBoxesProps {
  readonly prefix?: string
  readonly legend: string
  readonly hint?: string | undefined
  readonly optional?: boolean | undefined
  readonly value: TypedDay
  readonly faults: readonly Fault[]
}

/** Year, month and day to be typed: no calendar to be hit with a thumb. */
export const DayBoxes = ({ prefix = '', legend, hint, optional, value, faults }: DayBoxesProps) => {
  const [id, fault] = [idOf(`${prefix}year`), faultOf(faults, `${prefix}year`)]
  const question = (
    <>
      {legend}
      {optional ? <span className="optional">（可以不填）</span> : null}
    </>
  )
  return (
    <Group id={id} legend={question} hint={hint} fault={fault}>
      <div className="day">
        {boxes.map(({ name, label, className }) => (
          <div key={name} className={className}>
            <label htmlFor={idOf(`${prefix}${name}`)}>{label}</label>
            <input
              id={idOf(`${prefix}${name}`)}
              name={`${prefix}${name}`}
              inputMode="numeric"
              defaultValue={value[name]}
              autoComplete="off"
            />
          </div>
        ))}
      </div>
    </Group>
  )
}
