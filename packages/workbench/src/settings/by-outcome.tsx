import { Form, Select } from 'antd'
import type { SettingAnswer } from '../api/answers.ts'
import { useWords } from '../app/session.tsx'

/** What the blocks of words say, in short (rulebook R56). */
export const blockNames: Readonly<Record<string, string>> = {
  RB0: '不告知救济途径',
  RB1: '先复议，后诉讼',
  RB2: '复议或者诉讼',
}

type Chosen = Readonly<Record<string, string | undefined>>

const usual = { value: '', label: '按规定，不另行设定' }

/** One choice an outcome; what is left alone stays as the law has it. */
export const ByOutcome = ({ allowed }: Pick<SettingAnswer, 'allowed'>) => {
  const { outcomes } = useWords()
  const choices = [
    usual,
    ...(allowed.values as readonly string[]).map((value) => ({
      value,
      label: `${blockNames[value] ?? value}（${value}）`,
    })),
  ]
  return (
    <fieldset>
      <legend>改为</legend>
      <div className="columns">
        {(allowed.keys as readonly string[]).map((outcome) => (
          <Form.Item key={outcome} name={['value', outcome]} label={`${outcome} ${outcomes[outcome]?.zh ?? ''}`}>
            <Select options={choices} />
          </Form.Item>
        ))}
      </div>
    </fieldset>
  )
}

/** Every outcome has its choice; those that were never set have the usual one. */
export const chosenOf = ({ allowed, value }: SettingAnswer): Chosen =>
  Object.fromEntries((allowed.keys as readonly string[]).map((outcome) => [outcome, (value as Chosen)[outcome] ?? '']))

/** Only what was set is sent. */
export const setOnly = (chosen: unknown): Chosen =>
  Object.fromEntries(Object.entries((chosen ?? {}) as Chosen).filter(([, block]) => block))
