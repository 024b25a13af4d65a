import { useState } from 'react'
import { ActForm } from '../acts/act-form.tsx'
import { doAct, isProblem } from '../acts/do-act.ts'
import type { CommandForm } from '../acts/schema.ts'
import type { TasksAnswer } from '../api/answers.ts'
import { useAnswer } from '../api/use-answer.ts'
import { inWords } from '../look/days.ts'
import { Title } from '../look/title.tsx'
import { Waiting } from '../look/waiting.tsx'

type Task = TasksAnswer['tasks'][number]

interface OneProps {
  readonly task: Task
  readonly onGiven: (task: Task) => void
}

const Answer = ({ task, onGiven }: OneProps) => {
  const form = useAnswer<CommandForm>('/commands/giveAssistance')
  const give = async (body: Record<string, unknown>) => {
    const { caseId, version, id } = task
    const answer = await doAct({ id: caseId, version, command: 'giveAssistance', body: { ...body, id } })
    if (isProblem(answer)) return answer
    onGiven(task)
    return undefined
  }
  return (
    <Waiting on={form}>
      {(described) => (
        <ActForm form={described} except={['id']} button="反馈" onDo={give} onReload={() => onGiven(task)} />
      )}
    </Waiting>
  )
}

const One = (props: OneProps) => {
  const { task } = props
  const [open, setOpen] = useState(false)
  return (
    <section className="part" aria-label={`${task.number ?? ''} ${task.id}`}>
      <h2>
        {task.number} {task.id}：{task.unit}
      </h2>
      <blockquote>{task.question}</blockquote>
      <p>
        {task.dueOn ? `请于${inWords(task.dueOn)}以前反馈。` : '没有写明反馈期限，请尽快反馈。'}
        答复申请人的期限照常计算，不因协查停止。
      </p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>反馈</summary>
        {open && <Answer {...props} />}
      </details>
    </section>
  )
}

/** 协查任务: what is to be looked for and until when, and nothing else of the case. */
const TasksPage = () => {
  const tasks = useAnswer<TasksAnswer>('/tasks')
  const [told, setTold] = useState('')
  const given = ({ number, id }: Task) => {
    setTold(`已反馈：${number ?? ''} ${id}`)
    tasks.reload()
  }
  return (
    <>
      <Title>协查任务</Title>
      <p role="status">{told}</p>
      <Waiting on={tasks}>
        {({ tasks: all }) =>
          all.length === 0 ? (
            <p>没有等待反馈的协查。</p>
          ) : (
            all.map((task) => <One key={task.caseId + task.id} task={task} onGiven={given} />)
          )
        }
      </Waiting>
    </>
  )
}

export default TasksPage
