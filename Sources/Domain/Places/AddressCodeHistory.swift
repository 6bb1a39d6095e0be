/// The codes that counties of the supported areas bore over the years: an old code lives on in the
/// resident IDs of everybody who was first registered under it.
///
/// The codes follow the yearly editions of GB/T 2260; the list begins with 1981. A code that is not
/// in it is not wrong, it is another county's.
package enum AddressCodeHistory {
  package struct Period: Hashable, Sendable {
    package let code: Int
    /// The county's name in those years.
    package let name: String
    /// The name in 2011 of the county that bore the code.
    package let county: String
    package let firstYear: Int
    /// The last year of the code under this name; nil where it was in force in 2011.
    package let lastYear: Int?
  }

  /// Every period of a code, earliest first; empty for a code that the list lacks.
  package static func periods(of code: Int) -> [Period] { periods.filter { $0.code == code } }

  /// The name in 2011 of the county that bore the code, nil for a code that the list lacks.
  package static func countyName(of code: Int) -> String? {
    periods.first { $0.code == code }?.county
  }

  /// The code in force in 2011 for the county that bore the code, nil for one that the list lacks.
  package static func currentCode(of code: Int) -> Int? {
    guard let county = countyName(of: code) else { return nil }
    return periods.first { $0.county == county && $0.lastYear == nil }?.code
  }

  /// Whether the code was withdrawn before 2011.
  package static func isWithdrawn(_ code: Int) -> Bool {
    currentCode(of: code).map { $0 != code } ?? false
  }

  package static let periods: [Period] = table.map {
    Period(
      code: $0.code, name: $0.name, county: $0.county, firstYear: $0.first,
      lastYear: $0.last == 0 ? nil : $0.last)
  }

  /// A last year of 0 is none.
  private static let table: [(county: String, code: Int, name: String, first: Int, last: Int)] = [
    ("新邵县", 432525, "新邵县", 1981, 1982),
    ("新邵县", 430522, "新邵县", 1983, 0),
    ("邵阳县", 432621, "邵阳县", 1981, 1985),
    ("邵阳县", 430523, "邵阳县", 1986, 0),
    ("隆回县", 432622, "隆回县", 1981, 1985),
    ("隆回县", 430524, "隆回县", 1986, 0),
    ("洞口县", 432624, "洞口县", 1981, 1985),
    ("洞口县", 430525, "洞口县", 1986, 0),
    ("绥宁县", 432626, "绥宁县", 1981, 1985),
    ("绥宁县", 430527, "绥宁县", 1986, 0),
    ("新宁县", 432625, "新宁县", 1981, 1985),
    ("新宁县", 430528, "新宁县", 1986, 0),
    ("城步苗族自治县", 432627, "城步苗族自治县", 1981, 1985),
    ("城步苗族自治县", 430529, "城步苗族自治县", 1986, 0),
    ("武冈市", 432623, "武冈县", 1981, 1985),
    ("武冈市", 430526, "武冈县", 1986, 1993),
    ("武冈市", 430581, "武冈市", 1994, 0),
    ("石门县", 432427, "石门县", 1981, 1987),
    ("石门县", 430726, "石门县", 1988, 0),
    ("慈利县", 432428, "慈利县", 1981, 1987),
    ("慈利县", 430821, "慈利县", 1988, 0),
    ("桑植县", 433129, "桑植县", 1981, 1987),
    ("桑植县", 430822, "桑植县", 1988, 0),
    ("安化县", 432326, "安化县", 1981, 1993),
    ("安化县", 430923, "安化县", 1994, 0),
    ("中方县", 431221, "中方县", 1997, 0),
    ("沅陵县", 433022, "沅陵县", 1981, 1996),
    ("沅陵县", 431222, "沅陵县", 1997, 0),
    ("辰溪县", 433023, "辰溪县", 1981, 1996),
    ("辰溪县", 431223, "辰溪县", 1997, 0),
    ("溆浦县", 433024, "溆浦县", 1981, 1996),
    ("溆浦县", 431224, "溆浦县", 1997, 0),
    ("会同县", 433029, "会同县", 1981, 1996),
    ("会同县", 431225, "会同县", 1997, 0),
    ("麻阳苗族自治县", 433025, "麻阳县", 1981, 1987),
    ("麻阳苗族自治县", 433025, "麻阳苗族自治县", 1988, 1996),
    ("麻阳苗族自治县", 431226, "麻阳苗族自治县", 1997, 0),
    ("新晃侗族自治县", 433026, "新晃侗族自治县", 1981, 1996),
    ("新晃侗族自治县", 431227, "新晃侗族自治县", 1997, 0),
    ("芷江侗族自治县", 433027, "芷江县", 1981, 1985),
    ("芷江侗族自治县", 433027, "芷江侗族自治县", 1986, 1996),
    ("芷江侗族自治县", 431228, "芷江侗族自治县", 1997, 0),
    ("靖州苗族侗族自治县", 433030, "靖县", 1981, 1986),
    ("靖州苗族侗族自治县", 433030, "靖州苗族侗族自治县", 1987, 1996),
    ("靖州苗族侗族自治县", 431229, "靖州苗族侗族自治县", 1997, 0),
    ("通道侗族自治县", 433031, "通道侗族自治县", 1981, 1996),
    ("通道侗族自治县", 431230, "通道侗族自治县", 1997, 0),
    ("新化县", 432524, "新化县", 1981, 1998),
    ("新化县", 431322, "新化县", 1999, 0),
    ("涟源市", 432521, "涟源县", 1981, 1986),
    ("涟源市", 432503, "涟源市", 1987, 1998),
    ("涟源市", 431382, "涟源市", 1999, 0),
    ("泸溪县", 433122, "泸溪县", 1981, 0),
    ("凤凰县", 433123, "凤凰县", 1981, 0),
    ("花垣县", 433124, "花垣县", 1981, 0),
    ("保靖县", 433125, "保靖县", 1981, 0),
    ("古丈县", 433126, "古丈县", 1981, 0),
    ("永顺县", 433127, "永顺县", 1981, 0),
    ("龙山县", 433130, "龙山县", 1981, 0),
    ("茶陵县", 432126, "茶陵县", 1981, 1982),
    ("茶陵县", 430224, "茶陵县", 1983, 0),
    ("炎陵县", 432127, "酃县", 1981, 1982),
    ("炎陵县", 430225, "酃县", 1983, 1993),
    ("炎陵县", 430225, "炎陵县", 1994, 0),
    ("宜章县", 432824, "宜章县", 1981, 1993),
    ("宜章县", 431022, "宜章县", 1994, 0),
    ("汝城县", 432828, "汝城县", 1981, 1993),
    ("汝城县", 431026, "汝城县", 1994, 0),
    ("桂东县", 432829, "桂东县", 1981, 1993),
    ("桂东县", 431027, "桂东县", 1994, 0),
    ("安仁县", 432831, "安仁县", 1981, 1993),
    ("安仁县", 431028, "安仁县", 1994, 0),
    ("平江县", 432222, "平江县", 1981, 1985),
    ("平江县", 430626, "平江县", 1986, 0),
    ("新田县", 432928, "新田县", 1981, 1994),
    ("新田县", 431128, "新田县", 1995, 0),
    ("江华瑶族自治县", 432926, "江华瑶族自治县", 1981, 1994),
    ("江华瑶族自治县", 431129, "江华瑶族自治县", 1995, 0),
  ]
}
