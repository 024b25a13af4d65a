/** Every kind of act that the security log knows: nothing else can be written down. */
export const securityActNames = [
  ...(['signIn', 'signOn', 'endSession', 'applicantSignOn', 'applicantClose'] as const),
  ...(['account', 'changePassword', 'enrolTotp'] as const),
  ...(['create', 'resetPassword', 'resetTotp', 'giveRoles', 'disable', 'enable', 'unlock', 'recover'] as const),
  ...(['joinSignOn', 'partSignOn', 'addOrgan', 'changeOrgan'] as const),
  ...(['fullLook', 'dossier', 'fullDossier', 'attachment', 'receipt', 'exportCases', 'exportSecurityLog'] as const),
  ...(['importNotice', 'calendarAddress'] as const),
] as const
export type SecurityActName = (typeof securityActNames)[number]

/** What came of it; nothing else can be written down. */
export const securityResults = [
  ...(['ok', 'no', 'tooMany', 'totpNeeded'] as const),
  ...(['unknown', 'disabled', 'unproven', 'down', 'misset', 'cancelled', 'strayed'] as const),
  ...(['made', 'withdrawn'] as const),
] as const
export type SecurityResult = (typeof securityResults)[number]
