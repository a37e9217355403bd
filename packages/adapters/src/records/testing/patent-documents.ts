/** Two made-up patents as WIPO ST.36 has them; the system identifier of the DTD is never fetched. */
export const ST36 = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE patents SYSTEM "patent-document.dtd">
<patents>
  <cn-patent-document lang="ZH">
    <cn-bibliographic-data>
      <publication-reference><document-id><country>CN</country><doc-number>111504366</doc-number><kind>B</kind><date>20210504</date></document-id></publication-reference>
      <application-reference><document-id><country>CN</country><doc-number>202010000001.0</doc-number><date>20200103</date></document-id></application-reference>
      <classifications-ipcr>
        <classification-ipcr><text>G01F 1/00</text></classification-ipcr>
        <classification-ipcr><section>G</section><class>01</class><subclass>D</subclass><main-group>21</main-group><subgroup>02</subgroup></classification-ipcr>
      </classifications-ipcr>
      <invention-title lang="zh">流体输送系统精确计量方法</invention-title>
      <invention-title lang="en">Metering method</invention-title>
      <parties>
        <applicants><applicant><addressbook><orgname>邕州大学</orgname></addressbook></applicant><applicant><addressbook><orgname>南宁某公司</orgname></addressbook></applicant></applicants>
        <inventors><inventor><addressbook><name>张三</name></addressbook></inventor><inventor><addressbook><name>李四</name></addressbook></inventor></inventors>
      </parties>
    </cn-bibliographic-data>
    <abstract lang="zh"><p>本发明公开了一种方法。</p></abstract>
  </cn-patent-document>
  <cn-patent-document>
    <cn-bibliographic-data>
      <publication-reference><document-id><country>CN</country><doc-number>215792497</doc-number><kind>U</kind><date>20220211</date></document-id></publication-reference>
      <invention-title>膜纸印刷结构</invention-title>
    </cn-bibliographic-data>
  </cn-patent-document>
</patents>`

/** The same in the words of WIPO ST.96. */
export const ST96 = `<?xml version="1.0" encoding="UTF-8"?>
<pat:PatentPublicationBag xmlns:pat="http://www.wipo.int/standards/XMLSchema/ST96/Patent" xmlns:com="http://www.wipo.int/standards/XMLSchema/ST96/Common">
  <pat:PatentPublication>
    <pat:BibliographicData com:languageCode="zh">
      <pat:PatentPublicationIdentification><com:IPOfficeCode>CN</com:IPOfficeCode><pat:PublicationNumber>111504366</pat:PublicationNumber><com:PatentDocumentKindCode>B</com:PatentDocumentKindCode><com:PublicationDate>20210504</com:PublicationDate></pat:PatentPublicationIdentification>
      <pat:ApplicationIdentification><com:IPOfficeCode>CN</com:IPOfficeCode><com:ApplicationNumber><com:ApplicationNumberText>202010000001.0</com:ApplicationNumberText></com:ApplicationNumber><pat:FilingDate>20200103</pat:FilingDate></pat:ApplicationIdentification>
      <pat:IPCRClassificationBag>
        <pat:IPCRClassification><pat:PatentClassificationText>G01F 1/00</pat:PatentClassificationText></pat:IPCRClassification>
        <pat:IPCRClassification><pat:Section>G</pat:Section><pat:Class>01</pat:Class><pat:Subclass>D</pat:Subclass><pat:MainGroup>21</pat:MainGroup><pat:Subgroup>02</pat:Subgroup></pat:IPCRClassification>
      </pat:IPCRClassificationBag>
      <pat:InventionTitle>流体输送系统精确计量方法</pat:InventionTitle>
      <pat:InventionTitle com:languageCode="en">Metering method</pat:InventionTitle>
      <pat:PartyBag>
        <pat:ApplicantBag>
          <pat:Applicant><com:Contact><com:Name><com:OrganizationName><com:OrganizationStandardName>邕州大学</com:OrganizationStandardName></com:OrganizationName></com:Name></com:Contact></pat:Applicant>
          <pat:Applicant><com:Contact><com:Name><com:OrganizationName><com:OrganizationStandardName>南宁某公司</com:OrganizationStandardName></com:OrganizationName></com:Name></com:Contact></pat:Applicant>
        </pat:ApplicantBag>
        <pat:InventorBag>
          <pat:Inventor><com:Contact><com:Name><com:PersonName><com:PersonFullName>张三</com:PersonFullName></com:PersonName></com:Name></com:Contact></pat:Inventor>
          <pat:Inventor><com:Contact><com:Name><com:PersonName><com:PersonFullName>李四</com:PersonFullName></com:PersonName></com:Name></com:Contact></pat:Inventor>
        </pat:InventorBag>
      </pat:PartyBag>
    </pat:BibliographicData>
    <pat:Abstract com:languageCode="zh"><pat:P>本发明公开了一种方法。</pat:P></pat:Abstract>
  </pat:PatentPublication>
  <pat:PatentPublication>
    <pat:BibliographicData>
      <pat:PatentPublicationIdentification><com:IPOfficeCode>CN</com:IPOfficeCode><pat:PublicationNumber>215792497</pat:PublicationNumber><com:PatentDocumentKindCode>U</com:PatentDocumentKindCode><com:PublicationDate>20220211</com:PublicationDate></pat:PatentPublicationIdentification>
      <pat:InventionTitle>膜纸印刷结构</pat:InventionTitle>
    </pat:BibliographicData>
  </pat:PatentPublication>
</pat:PatentPublicationBag>`

/** The same as the bulk bibliographic data of the Chinese office has them, each number given twice. */
export const CNIPA = `<?xml version="1.0" encoding="UTF-8"?>
<base:PatentDocuments xmlns:base="http://www.sipo.gov.cn/XMLSchema/base" xmlns:business="http://www.sipo.gov.cn/XMLSchema/business">
  <business:PatentDocumentAndRelated country="CN" kind="B" lang="zh">
    <business:BibliographicData lang="zh" country="CN">
      <business:PublicationReference dataFormat="standard" sourceDB="national office"><base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>111504366</base:DocNumber><base:Kind>B</base:Kind><base:Date>20210504</base:Date></base:DocumentID></business:PublicationReference>
      <business:PublicationReference dataFormat="original"><base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>111504366</base:DocNumber><base:Kind>B</base:Kind><base:Date>20210504</base:Date></base:DocumentID></business:PublicationReference>
      <business:ApplicationReference dataFormat="original" applType="10"><base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>202010000001.0</base:DocNumber><base:Date>20200103</base:Date></base:DocumentID></business:ApplicationReference>
      <business:ClassificationIPCRDetails>
        <business:ClassificationIPCR sequence="1"><base:Text>G01F 1/00</base:Text></business:ClassificationIPCR>
        <business:ClassificationIPCR sequence="2"><base:Text>G01D 21/02</base:Text></business:ClassificationIPCR>
      </business:ClassificationIPCRDetails>
      <business:InventionTitle lang="zh">流体输送系统精确计量方法</business:InventionTitle>
      <business:InventionTitle lang="en">Metering method</business:InventionTitle>
      <business:Parties>
        <business:ApplicantDetails>
          <business:Applicant sequence="1"><base:AddressBook lang="zh"><base:Name>邕州大学</base:Name></base:AddressBook></business:Applicant>
          <business:Applicant sequence="2"><base:AddressBook lang="zh"><base:Name>南宁某公司</base:Name></base:AddressBook></business:Applicant>
        </business:ApplicantDetails>
        <business:InventorDetails>
          <business:Inventor sequence="1"><base:AddressBook><base:Name>张三</base:Name></base:AddressBook></business:Inventor>
          <business:Inventor sequence="2"><base:AddressBook><base:Name>李四</base:Name></base:AddressBook></business:Inventor>
        </business:InventorDetails>
      </business:Parties>
    </business:BibliographicData>
    <business:Abstract lang="zh"><base:Paragraphs>本发明公开了一种方法。</base:Paragraphs></business:Abstract>
  </business:PatentDocumentAndRelated>
  <business:PatentDocumentAndRelated country="CN" kind="U">
    <business:BibliographicData>
      <business:PublicationReference><base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>215792497</base:DocNumber><base:Kind>U</base:Kind><base:Date>20220211</base:Date></base:DocumentID></business:PublicationReference>
      <business:InventionTitle>膜纸印刷结构</business:InventionTitle>
    </business:BibliographicData>
  </business:PatentDocumentAndRelated>
</base:PatentDocuments>`
