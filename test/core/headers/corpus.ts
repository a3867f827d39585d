/**
 * Headers as products export them and as people write them, with what they stand for; `''` where they stand for
 * nothing that can be written. Short names keep the lists readable: `b.` and `s.` are the two addresses.
 */
export interface HeaderCase {
  readonly source: string;
  readonly header: string;
  /** A field, `id`, `customer` (only values tell) or `''`. */
  readonly means: string;
}

const SHORT: Readonly<Record<string, string>> = {
  'b.1': 'billing_address.line1',
  'b.2': 'billing_address.line2',
  'b.city': 'billing_address.city',
  'b.state': 'billing_address.state',
  'b.zip': 'billing_address.postal_code',
  'b.country': 'billing_address.country',
  's.1': 'shipping_address.line1',
  's.2': 'shipping_address.line2',
  's.city': 'shipping_address.city',
  's.state': 'shipping_address.state',
  's.zip': 'shipping_address.postal_code',
  's.country': 'shipping_address.country',
  pm: 'default_payment_method',
};

/** `Header = meaning`, one a line. */
const cases = (source: string, text: string): readonly HeaderCase[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [header = '', means = ''] = line.split(' = ');
      return { source, header, means: SHORT[means] ?? means };
    });

const nothing = (source: string, text: string): readonly HeaderCase[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((header) => ({ source, header, means: '' }));

export const MEANING_SOMETHING: readonly HeaderCase[] = [
  ...cases(
    'Stripe',
    `id = id
    Description = description
    Email = email
    Name = name
    Address Line1 = b.1
    Address Line2 = b.2
    Address City = b.city
    Address State = b.state
    Address Country = b.country
    Address Postal Code = b.zip
    Shipping Address Line1 = s.1
    Shipping Address Postal Code = s.zip
    address.postal_code = b.zip
    address[line1] = b.1
    shipping[address][postal_code] = s.zip
    shipping.address.line1 = s.1
    metadata[cost_center] = metadata.cost_center
    customer[metadata][plan] = metadata.plan
    invoice_settings.default_payment_method = `,
  ),
  ...cases(
    'Chargebee',
    `Customer Id = id
    customer[id] = id
    customer[email] = email
    customer[company] = name
    Company = name
    billing_address[line1] = b.1
    billing_address[zip] = b.zip
    billing_address[state_code] = b.state
    billing_address[country] = b.country
    shipping_address[city] = s.city
    Billing Addr Line1 = b.1
    Billing Address State Code = b.state`,
  ),
  ...cases(
    'Salesforce',
    `Account Name = name
    Billing Street = b.1
    Billing City = b.city
    Billing State/Province = b.state
    Billing Zip/Postal Code = b.zip
    BillingPostalCode = b.zip
    BillingStateCode = b.state
    BillingCountryCode = b.country
    ShippingStreet = s.1
    Shipping Zip/Postal Code = s.zip
    MailingPostalCode = b.zip
    Mailing Street = b.1
    Phone = phone
    MobilePhone = phone`,
  ),
  ...cases(
    'HubSpot',
    `Company name = name
    Phone Number = phone
    Mobile Phone Number = phone
    Street Address = b.1
    State/Region = b.state
    Postal Code = b.zip
    Country/Region = b.country`,
  ),
  ...cases(
    'NetSuite',
    `Company Name = name
    Billing Address 1 = b.1
    Billing Address 2 = b.2
    Billing State/Province = b.state
    Billing Zip = b.zip
    Shipping Zip = s.zip
    Bill To City = b.city
    Ship To Address 1 = s.1
    billZip = b.zip
    shipCountry = s.country`,
  ),
  ...cases(
    'SAP',
    `KUNNR = id
    NAME1 = name
    STRAS = b.1
    ORT01 = b.city
    PSTLZ = b.zip
    LAND1 = b.country
    TELF1 = phone
    SMTP_ADDR = email
    Country Key = b.country
    Telephone 1 = phone
    Street/House number = b.1`,
  ),
  ...cases(
    'QuickBooks',
    `Customer full name = name
    Phone numbers = phone
    DisplayName = name
    PrimaryEmailAddr = email
    PrimaryPhone = phone
    BillAddr.Line1 = b.1
    BillAddr.PostalCode = b.zip
    BillAddr.CountrySubDivisionCode = b.state
    ShipAddr.City = s.city
    BillAddrCity = b.city
    Billing Address Line 1 = b.1
    Main Phone = phone
    Main Email = email`,
  ),
  ...cases(
    'Xero',
    `EmailAddress = email
    POAddressLine1 = b.1
    POCity = b.city
    PORegion = b.state
    POPostalCode = b.zip
    POCountry = b.country
    SAAddressLine1 = s.1
    SAPostalCode = s.zip
    LegalName = name`,
  ),
  ...cases(
    'Shopify',
    `Customer ID = id
    Default Address Address1 = b.1
    Default Address City = b.city
    Default Address Province Code = b.state
    Default Address Country Code = b.country
    Default Address Zip = b.zip
    Tax Exempt = tax_exempt
    Billing Address1 = b.1
    Billing Province = b.state
    Shipping Province = s.state
    Shipping Street = s.1`,
  ),
  ...cases(
    'WooCommerce, Magento, PayPal, Dynamics, Zuora, GoCardless and others',
    `billing_address_1 = b.1
    billing_address_2 = b.2
    billing_postcode = b.zip
    billing_email = email
    shipping_postcode = s.zip
    billing:street1 = b.1
    Town/City = b.city
    State/Province/Region/County/Territory/Prefecture/Republic = b.state
    Zip/Postal Code = b.zip
    Contact Phone Number = phone
    Address 1: Street 1 = b.1
    Address 1: ZIP/Postal Code = b.zip
    Address 1: Country/Region = b.country
    Bill To Contact: Postal Code = b.zip
    BillToContact.State = b.state
    customers.email = email
    customers.address_line1 = b.1
    customers.postal_code = b.zip
    Organization = name
    Organisation Name = name
    Business Phone = phone
    billTo.postcode = b.zip`,
  ),
  ...cases(
    'people',
    `Bill To Zip = b.zip
    BILL_TO_ZIP = b.zip
    Bill-To: Zip = b.zip
    Ship-To: ZIP/Postal = s.zip
    Ship to (city) = s.city
    Zip (billing) = b.zip
    Postal code of billing address = b.zip
    Billing - Zip = b.zip
    Invoice address: postcode = b.zip
    Invoice country = b.country
    BillToZIPCode = b.zip
    billingzip = b.zip
    shippingcountry = s.country
    Delivery postcode = s.zip
    Delivery address = s.1
    Billing address = b.1
    Country (ISO) = b.country
    Country (2-letter code) = b.country
    *Email = email
    E-Mail (required) = email
    Customer e-mail = email
    Contact e-mail = email
    Rechnungs-E-Mail = email
    New e-mail = email
    Old e-mail = email
    Zip (new) = b.zip
    Customer Zip = b.zip
    Customer billing city = b.city
    Is tax exempt? = tax_exempt
    Default payment method = pm
    Payment method ID = pm
    metadata.plan = metadata.plan
    Metadata: Cost Center = metadata.Cost Center
    Customer = customer
    Customer No. = id
    Atlas ID = id`,
  ),
  ...cases(
    'German',
    `Kundennummer = id
    Kunden-ID = id
    Kundennr. = id
    Firma = name
    Kundenname = name
    Neuer Name = name
    E-Mail-Adresse = email
    Telefonnummer = phone
    Tel.-Nr. = phone
    Straße = b.1
    Straße und Hausnummer = b.1
    Anschrift = b.1
    Adresszusatz = b.2
    PLZ = b.zip
    PLZ (neu) = b.zip
    Postleitzahl = b.zip
    Ort = b.city
    Stadt = b.city
    Bundesland = b.state
    Land = b.country
    Länderkürzel = b.country
    Rechnungsadresse PLZ = b.zip
    Rechnungsadresse: Straße = b.1
    Rechnungsanschrift = b.1
    Rechnungsland = b.country
    Rechnungsort = b.city
    Lieferadresse Ort = s.city
    Lieferanschrift Straße = s.1
    Liefer-PLZ = s.zip
    Lieferland = s.country
    Steuerbefreit = tax_exempt
    Beschreibung = description`,
  ),
  ...cases(
    'French',
    `Code postal = b.zip
    Ville = b.city
    Pays = b.country
    Adresse = b.1
    Rue = b.1
    Complément d’adresse = b.2
    Adresse de facturation = b.1
    Code postal (facturation) = b.zip
    Ville de facturation = b.city
    Adresse de livraison - Ville = s.city
    Code postal de livraison = s.zip
    Pays de livraison = s.country
    Raison sociale = name
    Nom du client = name
    Téléphone = phone
    Courriel = email
    Adresse e-mail = email
    Nouvelle adresse e-mail = email`,
  ),
  ...cases(
    'Spanish',
    `Código postal = b.zip
    Ciudad = b.city
    Población = b.city
    Provincia = b.state
    País = b.country
    Dirección = b.1
    Calle = b.1
    Dirección de facturación = b.1
    Código postal de facturación = b.zip
    Ciudad de envío = s.city
    Dirección de envío = s.1
    Razón social = name
    Correo electrónico = email
    Teléfono móvil = phone
    Número de teléfono = phone`,
  ),
  ...cases(
    'Italian',
    `CAP = b.zip
    Città = b.city
    Indirizzo = b.1
    Paese = b.country
    Nazione = b.country
    Indirizzo di fatturazione = b.1
    CAP fatturazione = b.zip
    Città di spedizione = s.city
    Ragione sociale = name
    Cellulare = phone`,
  ),
  ...cases(
    'Dutch',
    `Postcode = b.zip
    Plaats = b.city
    Woonplaats = b.city
    Straat = b.1
    Adres = b.1
    Factuuradres = b.1
    Factuuradres postcode = b.zip
    Factuurplaats = b.city
    Afleveradres plaats = s.city
    Bedrijfsnaam = name
    Telefoonnummer = phone
    E-mailadres = email`,
  ),
  ...cases(
    'Portuguese',
    `CEP = b.zip
    Cidade = b.city
    Estado = b.state
    UF = b.state
    Endereço = b.1
    Morada = b.1
    Endereço de cobrança = b.1
    CEP de cobrança = b.zip
    Endereço de entrega - Cidade = s.city
    Razão social = name
    Telefone = phone`,
  ),
].filter(({ means }) => means !== '');

export const MEANING_NOTHING: readonly HeaderCase[] = [
  ...nothing(
    'Stripe',
    `Card ID
    Card Last4
    Card Name
    Card Address Line1
    Card Address Zip
    Card Issue Country
    Plan
    Status
    Account Balance
    Currency
    Total Spend
    Payment Count
    Average Order
    Shipping Name
    Business VAT ID
    invoice_settings.default_payment_method`,
  ),
  ...nothing(
    'Chargebee, NetSuite, SAP',
    `Auto Collection
    Net Term Days
    VAT Number
    Taxability
    Internal ID
    Billing Addressee
    Bill To Attention
    Bill To Name
    Billing Address Line3
    Sales Organization
    House Number
    Sold-to party
    Price Group`,
  ),
  ...nothing(
    'Salesforce, HubSpot, Dynamics',
    `Account ID
    Account Number
    Account Owner
    Owner Email
    Parent Account
    Fax
    Website
    Industry
    Record ID
    Lifecycle Stage
    Lead Status
    Contact owner
    Last Activity Date
    Annual Revenue
    Number of Employees`,
  ),
  ...nothing(
    'QuickBooks, Xero, Shopify, WooCommerce',
    `Open Balance
    Terms
    Tax Resale No
    AccountNumber
    POAttentionTo
    TaxNumber
    DueDateBillDay
    Accepts Email Marketing
    Accepts SMS Marketing
    Default Address Phone
    Total Spent
    Total Orders
    Note
    Tags
    Shipping Method
    Shipping Cost
    Tax Exempt Reason
    Billing same as shipping
    billing_phone`,
  ),
  ...nothing(
    'people',
    `Region
    Suite
    Unit
    Territory
    Sales rep
    Last order
    Order ID
    Order state
    Invoice state
    Invoice number
    Invoice date
    PO Number
    Customer state
    Customer type
    Customer group
    City, State, Zip
    PLZ/Ort
    Ship date
    Delivery date
    Delivery status
    Amount
    Umsatz (€)
    Bestellnummer
    Rechnungsnummer
    Rechnungsdatum
    Lieferant
    Liefertermin
    Ansprechpartner
    Notizen
    Numéro de commande
    Date de livraison
    Fecha de envío
    Numero fattura
    Factuurnummer
    Data de entrega
    metadata
    New
    Alter
    ???`,
  ),
  { source: 'people', header: '', means: '' },
];
