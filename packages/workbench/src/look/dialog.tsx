import { Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Something over the page: the browser's own dialog, which keeps the focus in, closes on Escape and gives the focus back. */
export const Dialog = ({ title, onClose, children }: DialogProps) => {
  const place = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    place.current?.showModal()
  }, [])
  return (
    <dialog ref={place} aria-label={title} onClose={onClose}>
      <div className="dialog-head">
        <strong>{title}</strong>
        <Button onClick={() => place.current?.close()}>关闭</Button>
      </div>
      {children}
    </dialog>
  )
}
