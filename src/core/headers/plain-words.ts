import type { PlainField } from '../fields.ts';
import { dictionary, wordSet } from './words-of.ts';

/**
 * What exports and people call a customer's plain fields, in words as `wordsOf` makes them: English, then German,
 * French, Spanish, Italian, Dutch, Portuguese, then what products are known to write.
 */
export const PLAIN_WORDS = dictionary<PlainField>({
  email: `email, mail, email address, email addr, email id, email 1, contact email, primary email, main email,
    billing email, invoice email, billing contact email, email adresse, mailadresse, emailadresse,
    kunden email, rechnungs email, adresse email, adressemail, adresse electronique, courriel, mail client,
    email client, correo, correo electronico, direccion de correo electronico, email cliente, indirizzo email,
    posta elettronica, emailadres, email adres, endereco de email, primary email addr, smtp addr`,
  name: `name, full name, company, company name, account name, organization, organization name, organisation,
    organisation name, business name, legal name, display name, company full name, customer name, client name,
    customer full name, customer company, firma, firmenname, firmenbezeichnung, unternehmen, kundenname, kunden name,
    nom, nom complet, nom du client, nom client, raison sociale, societe, nom de l entreprise,
    nombre, nombre completo, nombre del cliente, nombre cliente, nombre de la empresa, razon social, empresa,
    nome, nome completo, nome cliente, nome do cliente, ragione sociale, azienda, razao social, nome da empresa,
    naam, volledige naam, bedrijfsnaam, bedrijf, klantnaam, naam klant, name 1`,
  phone: `phone, phone number, phone no, phone numbers, telephone, telephone number, tel, tel no, mobile, mobile phone, mobile phone number,
    mobile number, mobile no, cell, cell phone, cellphone, customer phone, customer phone number, primary phone,
    main phone, contact phone, contact phone number, business phone, work phone, office phone, phone 1, telephone 1,
    telefon, telefonnummer, telefon nr, tel nr, rufnummer, handy, handynummer, mobil, mobilnummer, mobiltelefon,
    numero de telephone, tel portable, telephone portable, telephone mobile,
    telefono, numero de telefono, telefono movil, movil, celular, numero di telefono, cellulare,
    telefoon, telefoonnummer, mobiel, mobiel nummer, telefone, numero de telefone, telemovel, telf 1`,
  description: `description, customer description, account description, beschreibung, kundenbeschreibung,
    descripcion, descrizione, omschrijving, beschrijving, descricao`,
  default_payment_method: `default payment method, default payment method id, payment method, payment method id`,
  tax_exempt: `tax exempt, tax exemption, taxexempt, is tax exempt, vat exempt, exempt from tax, exempt from vat,
    steuerbefreit, steuerfrei, ust befreit, exonere de taxe, exonere de tva, exonere de taxes, exento de impuestos,
    exento de iva, esente iva, esente da iva, btw vrijgesteld, vrijgesteld van btw, isento de impostos, isento de iva`,
});

/** The customer's own id. */
export const ID_WORDS =
  wordSet(`id, customer id, customerid, customers id, atlas id, atlas customer id, customer uuid,
  customer guid, customer identifier, cust id, custid, client id, kunden id, id client, identifiant client, id cliente,
  id del cliente, cliente id, id do cliente, klant id, klantid`);

/** A number that may be this system's or, more often, another one's: the values tell. */
export const ID_NUMBER_WORDS =
  wordSet(`customer no, customer nr, customer num, customer number, customer code, cust no,
  kundennummer, kunden nr, kundennr, kd nr, kunden nummer, numero client, numero de client, no client, n client,
  code client, numero de cliente, numero cliente, codigo de cliente, codice cliente, klantnummer, klantnr, klant nr,
  numero do cliente, codigo do cliente, debitor, debitorennummer, debitorennr, kunnr`);

/** Whoever it is: an id, a name or an e-mail, as the values have it. */
export const CUSTOMER_WORDS = wordSet(
  'customer, client, kunde, cliente, klant, contact, login, user, username',
);

/** A column that only an export of customers has. */
export const EXPORT_WORDS = wordSet('object, tax ids, livemode, live mode, delinquent');
/** Likewise, with dates in it. */
export const CREATED_WORDS = wordSet(`created, created at, created utc, created on, created date, create date,
  date created, creation date, date of creation, created time, erstellt am, erstellt, angelegt am, cree le,
  date de creation, fecha de creacion, creado el, data di creazione, creato il, aangemaakt op, aangemaakt,
  data de criacao, criado em`);

/** Parts of a person's name; beside one of them alone, a “Name” is the other part. */
export const GIVEN_NAME_WORDS = wordSet(
  'first name, firstname, given name, forename, vorname, prenom, voornaam, primeiro nome, primer nombre',
);
export const FAMILY_NAME_WORDS = wordSet(
  'last name, lastname, surname, family name, nachname, familienname, nom de famille, apellido, apellidos, cognome, achternaam, apelido, sobrenome',
);
export const BARE_NAME_WORDS = wordSet('name, nom, nombre, nome, naam');
