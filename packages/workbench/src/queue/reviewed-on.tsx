import { Input, type InputRef } from 'antd'
import { useEffect, useRef } from 'react'
import type { CasePage } from '../api/answers.ts'
import { useWords } from '../app/session.tsx'
import { articleInWords } from '../look/articles.ts'

type Decision = CasePage['decision']

const partsOf = (decision: Decision): readonly unknown[] =>
  Array.isArray(decision?.parts) ? decision.parts : [decision]

/** What is given, all or in part, by itself or as one item of several, is reviewed for secrets before (条例 17). */
export const givesSomething = (decision: Decision): boolean =>
  partsOf(decision).some((one) => ['G2', 'G3'].includes((one as Decision)?.outcome ?? ''))

interface ReviewedOnProps {
  readonly day: string
  /** How often an approval was asked for without the day; with each the field is shown again. */
  readonly asked: number
  readonly onDay: (day: string) => void
}

/** The day of the 保密审查, which nobody but the reviewer fills in; without it, why not and what else can be done. */
export const ReviewedOn = ({ day, asked, onDay }: ReviewedOnProps) => {
  const words = useWords()
  const field = useRef<InputRef>(null)
  useEffect(() => {
    if (asked > 0) field.current?.focus()
  }, [asked])
  const missing = asked > 0 && day === ''
  return (
    <div>
      <label className="field" htmlFor="reviewed-on">
        <span>公开前保密审查的日期（逐项审查、呈批单存卷以后填写）</span>
        <Input
          ref={field}
          id="reviewed-on"
          type="date"
          className="day"
          aria-required
          aria-invalid={missing}
          aria-describedby={missing ? 'reviewed-on-fault' : undefined}
          status={missing ? 'error' : ''}
          value={day}
          onChange={(event) => onDay(event.target.value)}
        />
      </label>
      {missing && (
        <p id="reviewed-on-fault" className="fault" role="alert">
          {`没有填写保密审查的日期，没有送出：公开以前应当逐项保密审查（${articleInWords('ogi:17', words)}）。已经审查的，请填写审查的日期；还没有审查或者审查后不能公开的，请不要通过，在下面退回修改。`}
        </p>
      )}
    </div>
  )
}
