import { useEffect, useState } from 'react'

/** A PDF shown by the browser's own reader; where it has none, the file can be saved. */
export const PdfFrame = ({ file, title }: { readonly file: Blob; readonly title: string }) => {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  if (!address) return null
  return (
    <div className="pdf">
      {navigator.pdfViewerEnabled !== false ? (
        <iframe src={`${address}#toolbar=0&navpanes=0&view=FitH`} title={title} />
      ) : (
        <p>这个浏览器不能直接显示 PDF，请保存后打开。</p>
      )}
      <a href={address} download={`${title}.pdf`}>
        保存 PDF
      </a>
    </div>
  )
}
