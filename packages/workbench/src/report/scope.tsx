import { Alert } from 'antd'

/** What the figures of a year cannot hold. */
export const Scope = ({ scope }: { readonly scope: string | null }) =>
  scope ? <Alert type="warning" showIcon className="scope" title={scope} /> : null
