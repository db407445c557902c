/** LN's yes/no is an enum of its own in every service. */
const AnswerOnQuestionYn = { Yes: 1, No: 2 };

const ShippingConstraint = {
	None: 1,
	ShipLineComplete: 2,
	ShipSetComplete: 3,
	ShipOrderComplete: 4,
	ShipLineCancel: 5,
	ShipKitComplete: 6,
	NotApplicable: 10,
};

/** Enum members and their numbers after https://github.com/ssmilind94/InforCE-MCP (tests/fixtures/metadata). */
export const BUSINESS_PARTNER_ENUMS: Record<string, Record<string, number>> = {
	AnswerOnQuestionYn,
	BusinessPartnerStatus: { Prospect: 1, Active: 2, Inactive: 3, NotSpecified: 254 },
	BusinessPartnerRoleStatus: { Active: 1, Inactive: 2, NotSpecified: 254 },
	InvoicetoBusinessPartnerStatus: { Active: 1, Inactive: 2, Doubtful: 3, NotSpecified: 254 },
	BusinessPartnerRole: { NoRoles: 1, Customer: 2, Supplier: 3, CustomerAndSupplier: 4 },
	Icode: {
		Goods: 1,
		TriangularTrade: 2,
		WorkToOrder: 3,
		None: 4,
		ExemptSuppliesCP42CP63: 5,
		ConsignmentInvoiced: 6,
		NotSpecified: 254,
		TransferOfItems: 7,
	},
	SocialMediaType: {
		Twitter: 1,
		TwitterTags: 2,
		Facebook: 5,
		LinkedIn: 10,
		Myspace: 15,
		Hyves: 20,
		Yammer: 25,
		Other: 99,
		NotSpecified: 254,
	},
	CurrencyRateDeterminer: {
		FixedLocal: 1,
		FixedHard: 2,
		FixedLocalAndHard: 3,
		DeliveryDate: 4,
		ReceiptDate: 5,
		DocumentDate: 6,
		ExpectedCashDate: 7,
		ManuallyEntered: 8,
		Fixed: 10,
		NotApplicable: 20,
	},
	MethodOfAdditionalCostCalculation: {
		HeaderBased: 10,
		LineBased: 20,
		NotApplicable: 100,
		NotSpecified: 254,
	},
	CalculateAdditionalCostsFor: { Orders: 10, Shipments: 20, NotApplicable: 100, NotSpecified: 254 },
	EDIOrderChangeResponse: {
		OrderAcknowledgement: 1,
		OrderChangeAcknowledgment: 2,
		NotApplicable: 3,
		NotSpecified: 254,
	},
	ScheduleQuantityQualifier: { Cumulatives: 1, ReleaseActionNotice: 2, NotSpecified: 254 },
	ShippingConstraint,
	Rating: { None: 10, Bronze: 20, Silver: 30, Gold: 40, Platinum: 50, NotSpecified: 254 },
	FreightManagement: {
		ClientRates: 5,
		FreightCosts: 10,
		FreightCostsUpdateAllowed: 15,
		NotApplicable: 20,
	},
	QRbilling: { IBAN: 10, QRIBAN: 20, NotSpecified: 254, NotApplicable: 255 },
	TradeNoteDivisionMethod: {
		RevenueStampTaxDivision: 1,
		PredeterminedValues: 2,
		NotApplicable: 3,
		NotSpecified: 254,
	},
	ApprovalBasedOnPrice: {
		BlockApproval: 5,
		ApprovalWithoutPriceUpdate: 10,
		NotApplicable: 100,
		NotSpecified: 254,
	},
	YesNoNotApplicable: { Yes: 1, No: 2, NotApplicable: 3 },
};

/** Declared in the business partner service; the contact service's metadata is not public. */
export const CONTACT_ENUMS: Record<string, Record<string, number>> = {
	AnswerOnQuestionYn,
	ContactType: { Suspect: 1, Prospect: 2, Contact: 3, Miscellaneous: 4 },
	Gender: { Male: 1, Female: 2, NotKnown: 3, NotApplicable: 100 },
	ElectronicMessengerType: { NotApplicable: 10, Skype: 20, MSN: 30, AOL: 40, Yahoo: 50, Lync: 60 },
};

const ItemType = {
	Purchased: 1,
	Manufactured: 2,
	GenericObsolete: 3,
	CostObsolete: 4,
	ServiceObsolete: 5,
	SubcontractedServiceObsolete: 6,
	ListObsolete: 10,
	ToolObsolete: 12,
	EquipmentObsolete: 15,
	EngineeringModuleObsolete: 20,
	Product: 30,
	RentalProduct: 35,
	Tool: 40,
	Equipment: 50,
	SubcontractedService: 60,
	Cost: 70,
	Service: 80,
	Generic: 90,
	EngineeringModule: 100,
	List: 110,
};

export const ITEM_ENUMS: Record<string, Record<string, number>> = {
	AnswerOnQuestionYn,
	ItemType,
	ItemTypeSpecification: { NotApplicable: 10, Tool: 20, Kit: 30, Option: 40, Menu: 50 },
	OrderSystem: { SIC: 1, Planned: 2, FAS: 4, Manual: 9 },
	DemandPeggingType: {
		CustomerBased: 5,
		CustomerLocationBased: 7,
		OrderBased: 10,
		CustomerReferenceBased: 15,
		InternalReferenceBased: 20,
		NotApplicable: 90,
	},
	EnvironmentalCompliance: {
		NotApplicable: 5,
		NoData: 10,
		Pass: 15,
		PassWithExemptions: 20,
		Fail: 25,
		ConditionalFail: 30,
		PartialFail: 35,
		NotRelevant: 40,
	},
	ModuleType: { EngineeringModule: 10, MountingList: 20, NotApplicable: 100 },
};

export const ITEM_SALES_ENUMS: Record<string, Record<string, number>> = {
	AnswerOnQuestionYn,
	CommitmentPolicy: { No: 1, OrderLineEntry: 2, Batch: 3, Manual: 4 },
	ComponentHandling: { NotApplicable: 5, SalesBOM: 10, ComponentLines: 15 },
	ToleranceType: { Percentage: 1, Quantity: 2, No: 3 },
	HardStop: { No: 1, Warn: 2, Block: 3 },
	ShippingConstraint,
};
