import type { YearReportAnswer } from '../api/answers.ts'
import { Compared } from '../queue/compared.tsx'
import type { PartName } from './entries.ts'

interface ChangedPartProps {
  readonly report: Pick<YearReportAnswer, 'changed'>
  readonly name: PartName
}

/** Says of a part of the words that it is another than when the draft was opened, and shows in what. */
export const ChangedPart = ({ report: { changed }, name }: ChangedPartProps) => {
  const one = changed?.parts.find(({ part }) => part === name)
  if (!one) return null
  if (one.before === '') return <p className="moved-mark">打开草稿以后新填写</p>
  return (
    <details className="moved-part">
      <summary className="moved-mark">打开草稿以后有变动，看改了什么</summary>
      <p>划去的是打开草稿时的，画线的是现在的：</p>
      <Compared older={one.before} newer={one.now} />
    </details>
  )
}
