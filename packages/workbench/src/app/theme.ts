import type { ThemeConfig } from 'antd'

/** Ink and paper: one calm blue, and every grey dark enough to be read (WCAG 1.4.3). */
const ink = {
  colorPrimary: '#1d4f91',
  colorLink: '#1d4f91',
  colorInfo: '#1d4f91',
  colorText: '#1b2430',
  colorTextSecondary: '#4a5563',
  colorTextTertiary: '#566170',
  colorTextDescription: '#4a5563',
  colorTextPlaceholder: '#667080',
  colorError: '#b3261e',
  colorWarning: '#8a5a00',
  colorSuccess: '#1c6b3f',
  colorErrorBg: '#fdf2f1',
  colorErrorBorder: '#d98f89',
  colorWarningBg: '#fff8e6',
  colorWarningBorder: '#d8b25c',
  colorSuccessBg: '#eff7f1',
  colorSuccessBorder: '#8abf9d',
  colorInfoBg: '#eef4fc',
  colorBorder: '#8693a3',
  colorBgLayout: '#f3f5f8',
  borderRadius: 4,
  fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
  motion: false,
}

/** The theme in ordinary type, or in the 24 px of the elder mode. */
export const themeOf = (large: boolean): ThemeConfig => ({
  token: large
    ? { ...ink, fontSize: 24, controlHeight: 52, controlHeightSM: 44, controlHeightLG: 60, sizeUnit: 5 }
    : { ...ink, fontSize: 15, controlHeight: 36, controlHeightSM: 30 },
  components: { Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none' } },
})
