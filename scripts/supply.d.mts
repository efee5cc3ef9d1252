export interface Component {
  group?: string;
  name: string;
  version: string;
}
export interface Bill {
  bomFormat: string;
  components: readonly Component[];
}
export function billOfMaterials(): Bill;
export function licencesIn(bill: Bill): [name: string, version: string, licence: string][];
export function nameOf(component: Component): string;
