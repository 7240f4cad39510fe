/** SKU ids of real products that tests speak of. */
export const sku = {
  businessBasic: '3b555118-da6a-4418-894f-7df1e2096870',
  businessStandard: 'f245ecc8-75af-4f8e-b61f-27d8114de5f3',
  businessPremium: 'cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46',
  businessPremiumNoTeams: '00e1ec7b-e4a3-40d1-9441-b69b597ab222',
  businessPremiumDonation: '24c35284-d768-4e53-84d9-b7ae73dddf69',
  appsBusiness: 'cdd28e44-67e3-425e-be4c-737fab2899d3',
  appsEnterprise: 'c2273bd0-dff7-4215-9ef5-2c7bcfb06425',
  o365E1: '18181a46-0d4e-45cd-891e-60aabd171b4e',
  o365E3: '6fd2c87f-b296-42f0-b197-1e91e994b900',
  o365E5: 'c7df2760-2c81-4ef7-b578-5b5392b571df',
  o365G3: '535a3a29-c5f0-42fe-8215-d3b9e1f38c4a',
  m365E3: '05e9a617-0261-4cee-bb44-138d3ef5d965',
  m365E3NoTeams: 'dcf0408c-aaec-446c-afd4-43e3683943ea',
  m365E5: '06ebc4ee-1bb5-47dd-8120-11324bc54e06',
  m365F3: '66b55226-6b4f-492c-910c-a3b7a3c9d993',
  visioPlan2: 'c5928f49-12ba-48f7-ada3-0d743a3601d5',
} as const;
