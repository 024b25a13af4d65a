import type { ConfigProviderProps } from 'antd'

const Sign = ({ path }: { readonly path: string }) => (
  <svg className="sign" viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" focusable="false">
    <circle cx="8" cy="8" r="8" fill="currentColor" />
    <path d={path} fill="none" stroke="#fff" strokeWidth="1.6" strokeLinecap="round" />
  </svg>
)

const cross = 'M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2'

/** Signs beside the words of an alert: seen, and not read out in another language, since the words say it all. */
export const alertIcons: NonNullable<ConfigProviderProps['alert']> = {
  errorIcon: <Sign path={cross} />,
  successIcon: <Sign path="M4.6 8.3l2.3 2.4 4.5-5" />,
  warningIcon: <Sign path="M8 4v5M8 11.8v.2" />,
  infoIcon: <Sign path="M8 7v5M8 4v.2" />,
}

/** Empties a box. */
export const clearSign = (
  <>
    <Sign path={cross} />
    <span className="unseen">清空</span>
  </>
)

/** A list can be opened, and emptied where it may be left empty. */
export const selectSigns: NonNullable<ConfigProviderProps['select']> = {
  suffixIcon: (
    <svg className="sign" viewBox="0 0 16 16" width="0.8em" height="0.8em" aria-hidden="true" focusable="false">
      <path d="M2 5l6 6 6-6" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  ),
  clearIcon: clearSign,
}
