import type { EntitySet } from './types';
import { columns, one } from './types';

/**
 * Items and their sales data, columns and enums after https://github.com/ssmilind94/InforCE-MCP (tests/fixtures/metadata);
 * the picture is left out. Items have dates of change, which may be empty; sales data have none.
 */
export const items: EntitySet = {
	name: 'Items',
	type: 'Item_',
	key: ['Item'],
	writable: true,
	inServiceDocument: true,
	rows: (company) => company.items,
	columns: columns(`
	Item:code! Description:text CreationDate:date LastModificationDate:date
	TechnicalCoordinator:code ItemType:ItemType!=Purchased ItemGroup:code!
	ListType:ItemTypeSpecification!=NotApplicable DimensionControlled:yn!
	OrderSystem:OrderSystem!=Planned InventoryUnit:code UnitSet:code LotControlled:yn! Serialized:yn!
	Configurable:yn! Project:code ProductVariant:int32! DerivedfromItem:code StandardToOrder:yn!
	OptionSet:int16! Customized:yn Customizable:yn! WithPCS:yn! ConfigurationGroup:code
	RevisionControlled:yn! Subassembly:yn! CostComponent:code MandatoryProjectPeg:yn!
	InheritProjectPeg:yn! DemandPegged:yn! DemandPeggingType:DemandPeggingType!=NotApplicable
	UseUnallocatedInventory:yn! SubjectToTradeCompliance:yn! LicenseTracking:yn!
	ContainsLicenseTracking:yn! Material:text Size:text Standard:text Weight:double! WeightUnit:code
	ProductType:code ProductClass:code ProductLine:code Manufacturer:code SelectionCode:code
	ResponsibleDepartment:code CountryOfOrigin:code
	EnvironmentalCompliance:EnvironmentalCompliance!=NotApplicable EANCode:code
	HarmonizedSystemCode:code CriticalSafetyItem:yn! FloorStock:yn! ItemText:long
	ModuleType:ModuleType!=NotApplicable IndicativeItemValueInReferenceCurrency:double!
	IndicativeItemValueCurrency:code IndicativeItemValueUnit:code
	IndicativeItemValueModificationDate:date IndicativeItemValueBasedOnDefault:yn! RentalUnit:code
`),
	navigations: [one('CountryRef', 'Countries', { Country: 'CountryOfOrigin' })],
};

export const itemsSales: EntitySet = {
	name: 'ItemsSales',
	type: 'ItemSales',
	key: ['Item'],
	writable: true,
	inServiceDocument: true,
	rows: (company) => company.itemsSales,
	columns: columns(`
	Item:code! SearchKeyI:text MinimumQuantityToCommit:double! MinimumRateForCommitment:single!
	MinimumOrderQuantity:double! SalesUnit:code! SalesPriceUnit:code! SalesPriceGroup:code!
	SalesStatisticsGroup:code! CommissionGroup:code SalesRebateGroup:code SalesCurrency:code!
	SalesPrice:double! LastSalesPriceTransactionDate:date SuggestedRetailPrice:double!
	UpperMargin:single! LowerMargin:single! TaxCode:code
	DirectDeliveryFromQuantity:double!=9999999.990000 BuyfromBusinessPartner:code
	ShipfromBusinessPartner:code AccessoriesAllowed:yn! ReleaseToWarehousing:yn!
	CommitmentPolicy:CommitmentPolicy!=No ReturnComponents:yn! ItemApplicableForRetroBilling:yn!
	SiteLogisticCompany:int16! Site:code Warehouse:code
	ComponentHandling:ComponentHandling!=NotApplicable
	ShippingConstraint:ShippingConstraint!=NotApplicable ConformanceReporting:code
	AllowOverdeliveries:yn! ToleranceType:ToleranceType!=No Action:HardStop!=Block
	MaximumTolerance:double! ItemSalesText:long
`),
	navigations: [],
};
