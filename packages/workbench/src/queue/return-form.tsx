import { Button, Input } from 'antd'
import { useState } from 'react'

interface Mark {
  readonly key: number
  readonly place: string
  readonly words: string
}

const opinionOf = (marks: readonly Mark[]): string =>
  marks
    .filter(({ words }) => words.trim())
    .map(({ place, words }, i) => `${i + 1}. ${place.trim() ? `“${place.trim()}”：` : ''}${words.trim()}`)
    .join('\n')

interface ReturnFormProps {
  readonly busy: boolean
  readonly onReturn: (opinion: string) => void
}

/** 退回修改, with marks: the words meant, and what is wrong with them. */
export const ReturnForm = ({ busy, onReturn }: ReturnFormProps) => {
  const [marks, setMarks] = useState<readonly Mark[]>([{ key: 0, place: '', words: '' }])
  const change = (key: number, part: Partial<Mark>) =>
    setMarks(marks.map((mark) => (mark.key === key ? { ...mark, ...part } : mark)))
  const opinion = opinionOf(marks)
  return (
    <fieldset>
      <legend>退回修改</legend>
      {marks.map(({ key, place, words }, i) => (
        <div key={key} className="mark">
          <label className="field" htmlFor={`place-${key}`}>
            <span>第{i + 1}处，原文（可以不填）</span>
            <Input id={`place-${key}`} value={place} onChange={(event) => change(key, { place: event.target.value })} />
          </label>
          <label className="field" htmlFor={`words-${key}`}>
            <span>意见</span>
            <Input.TextArea
              id={`words-${key}`}
              rows={2}
              value={words}
              onChange={(event) => change(key, { words: event.target.value })}
            />
          </label>
        </div>
      ))}
      <div className="row">
        <Button onClick={() => setMarks([...marks, { key: marks.length, place: '', words: '' }])}>再标一处</Button>
        <Button danger disabled={opinion === ''} loading={busy} onClick={() => onReturn(opinion)}>
          退回修改
        </Button>
      </div>
    </fieldset>
  )
}
