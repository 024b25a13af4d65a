import { useEffect } from 'react'

/** The page's one heading, which is also the name of the window. */
export const Title = ({ children }: { readonly children: string }) => {
  useEffect(() => {
    document.title = `${children} — 知情工作台`
  }, [children])
  return <h1>{children}</h1>
}
