import { type Fault, idOf } from './fault.js'

interface ErrorSummaryProps {
  readonly faults: readonly Fault[]
  /** What is wrong, where it is not each field by itself. */
  readonly title?: string | undefined
}

/** Everything that has to be mended, at the top, each a link to its field. */
export const ErrorSummary = ({ faults, title = `有${faults.length}处需要改正` }: ErrorSummaryProps) =>
  faults.length === 0 ? null : (
    <div className="errors" role="alert" aria-labelledby="errors-title">
      <h2 id="errors-title">{title}</h2>
      <ul>
        {faults.map(({ path, zh }) => (
          <li key={`${path} ${zh}`}>
            <a href={`#${idOf(path)}`}>{zh}</a>
          </li>
        ))}
      </ul>
    </div>
  )
