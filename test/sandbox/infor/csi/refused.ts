/** CSI refuses a request; becomes an answer with HTTP 200 at the edge. */
export class CsiRefused extends Error {}
