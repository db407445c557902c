export { billingSeed } from './billingSeed';
export type { BilledCustomer, BillingSeed } from './billingSeed';
export { chargebeeSeed, existingCustomers } from './chargebeeSeed';
export type { Existing, HandMadeCustomer, Trace } from './chargebeeSeed';
export { CUSTOMER_COUNT, ODDITIES, seedCustomers } from './customers';
export type { SeedCustomer } from './customers';
export { expectedFirstSync } from './expectedFirstSync';
export { COMPANY, OTHER_COMPANY, TENANT, inforSeed } from './inforSeed';
