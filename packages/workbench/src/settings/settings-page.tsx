import { Fragment, useState } from 'react'
import type { FixedReadingAnswer, SettingAnswer } from '../api/answers.ts'
import { useAnswer } from '../api/use-answer.ts'
import { hasRole, useSitting } from '../app/session.tsx'
import { inWords } from '../look/days.ts'
import { Title } from '../look/title.tsx'
import { Waiting } from '../look/waiting.tsx'
import { blockNames } from './by-outcome.tsx'
import { SettingForm } from './setting-form.tsx'

interface SettingsAnswer {
  readonly settings: readonly SettingAnswer[]
  readonly readings: readonly FixedReadingAnswer[]
}

const shown = ({ allowed }: SettingAnswer, value: unknown): string => {
  if (typeof value === 'boolean') return value ? '是' : '否'
  const names = allowed.values as Record<string, string> | undefined
  if (typeof value === 'string') return names?.[value] ?? value
  if (typeof value === 'object' && value !== null)
    return (
      Object.entries(value)
        .map(([outcome, block]) => `${outcome} ${blockNames[block as string] ?? block}`)
        .join('；') || '没有另行设定'
    )
  return `${String(value)}${allowed.unit === '工作日' ? '个' : ''}${typeof allowed.unit === 'string' ? allowed.unit : ''}`
}

/** Behind each choice stands its code for programs, e.g. （letter）; people need it not. */
const withoutCodes = (words: string): string =>
  words.replace(/（[a-z][A-Za-z]*）/g, '').replace(/（[a-z][A-Za-z]*，/g, '（')

const ruleWords = (rule: string): string =>
  rule.startsWith('条例') ? `${rule.replace('条例', '条例第')}条` : `规则${rule}`

interface OneProps {
  readonly setting: SettingAnswer
  readonly onChanged: () => void
}

const One = ({ setting, onChanged }: OneProps) => {
  const { session } = useSitting()
  const [open, setOpen] = useState(false)
  return (
    <section className="part" aria-labelledby={`set-${setting.name}`}>
      <h2 id={`set-${setting.name}`}>{setting.zh}</h2>
      <p>
        <strong>{shown(setting, setting.value)}</strong>
        {setting.since ? `（自${inWords(setting.since)}起）` : '（默认）'}
      </p>
      <p className="quiet">
        {withoutCodes(setting.reading)}（{ruleWords(setting.rule)}；可以设为：{withoutCodes(String(setting.allowed.zh))}
        ）
      </p>
      {setting.history.length > 0 && (
        <ul>
          {setting.history.map(({ value, from, reason, by, at }) => (
            <li key={at}>
              自{inWords(from)}起：{shown(setting, value)}。{by}：{reason}
            </li>
          ))}
        </ul>
      )}
      {hasRole(session, 'admin') && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>改变</summary>
          {open && <SettingForm setting={setting} today={session.today} onChanged={onChanged} />}
        </details>
      )}
    </section>
  )
}

/** What the law leaves open and no organ sets: how it is read here, and why it is no setting. */
const Fixed = ({ readings }: Pick<SettingsAnswer, 'readings'>) => (
  <section className="part" aria-labelledby="fixed-readings">
    <h2 id="fixed-readings">固定的读法</h2>
    <p className="quiet">法律没有写明，也不由机关设定的，本系统这样理解：</p>
    <dl>
      {readings.map(({ rule, zh, reading, why }) => (
        <Fragment key={rule}>
          <dt>
            {zh}（{ruleWords(rule)}）
          </dt>
          <dd>
            {reading}。<span className="quiet">不作为设置：{why}。</span>
          </dd>
        </Fragment>
      ))}
    </dl>
  </section>
)

/** 设置: what the law leaves to the organ, each with its reading and its history. */
const SettingsPage = () => {
  const settings = useAnswer<SettingsAnswer>('/settings')
  return (
    <>
      <Title>设置</Title>
      <Waiting on={settings}>
        {({ settings: all, readings }) => (
          <>
            {all.map((setting) => (
              <One key={setting.name + setting.history.length} setting={setting} onChanged={settings.reload} />
            ))}
            <Fixed readings={readings} />
          </>
        )}
      </Waiting>
    </>
  )
}

export default SettingsPage
