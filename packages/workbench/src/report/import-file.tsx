import { useState } from 'react'

interface ImportFileProps {
  readonly id: string
  readonly label: string
  readonly onRead: (value: unknown) => void
}

/** Reads a JSON file of this device into the form; nothing is sent yet. */
export const ImportFile = ({ id, label, onRead }: ImportFileProps) => {
  const [told, setTold] = useState('')
  const read = async (file: File | undefined) => {
    if (!file) return
    try {
      const value: unknown = JSON.parse(await file.text())
      if (typeof value !== 'object' || value === null) throw new Error('no object')
      onRead(value)
      setTold(`已读入“${file.name}”，核对以后请保存。`)
    } catch {
      setTold(`“${file.name}”不是 JSON 文件，没有读入。`)
    }
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <span role="status">{told}</span>
    </div>
  )
}
