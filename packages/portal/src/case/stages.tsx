import type { Case } from '@zhiqing/casework'
import { type Stage, stageNames } from '@zhiqing/law'

/** Not every request needs others to be asked; filing away afterwards is no business of the applicant. */
const shownFor = ({ assistances, consultations, searches, discussions }: Case, now: Stage): Stage[] => {
  const assisted = [assistances, consultations, searches, discussions].some((tasks) => tasks.length > 0)
  return stageNames.filter((stage) => stage !== '归档' && (stage !== '协查' || assisted || now === '协查'))
}

/** The stages as a line; the one the case is in is said in words, not by colour alone. */
export const Stages = ({ stage, current }: { stage: Stage; current: Case }) => {
  const shown = shownFor(current, stage)
  const at = stage === '归档' ? shown.length - 1 : shown.indexOf(stage)
  return (
    <ol className="stages" aria-label="办理阶段">
      {shown.map((one, i) => (
        <li
          key={one}
          className={i < at ? 'past' : i === at ? 'now' : undefined}
          aria-current={i === at ? 'step' : undefined}
        >
          {one}
          {i === at ? <span className="unseen">（现在在这一步）</span> : null}
        </li>
      ))}
    </ol>
  )
}
