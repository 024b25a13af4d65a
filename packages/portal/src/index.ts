/** The counter for applicants: plain pages, plain forms, no script. The one door of the room. */
export { portal } from './portal.js'
export type { Demo, DemoSignIn, PortalServices } from './services.js'
