#pragma once
// Keys and signatures made once with the openssl command (3.0), for the message "message". The private halves
// were thrown away.

namespace conglang::testing {

inline constexpr const char* kP256Pem =
    "-----BEGIN PUBLIC KEY-----\n"
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE9459CZcrjqnmrOuPSu/jVAsH79xf\n"
    "OCXmQ1AYiRCakQfZTHjjGiEbkDFiN2KvC2/TYB41LBcpiX0bZEgg99aIAQ==\n"
    "-----END PUBLIC KEY-----\n";

inline constexpr const char* kP256CompressedPem =
    "-----BEGIN PUBLIC KEY-----\n"
    "MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgAD9459CZcrjqnmrOuPSu/jVAsH79xf\n"
    "OCXmQ1AYiRCakQc=\n"
    "-----END PUBLIC KEY-----\n";

inline constexpr const char* kP384Pem =
    "-----BEGIN PUBLIC KEY-----\n"
    "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEtUVEVtKDHq4W8ev3Q7ANz0LDrwcfaDLb\n"
    "tuOTfKliW4joKeietRdAf+YUrTuR46NcIKQkwFjeIRAi8GD2+85v0H2sgsLLKcn3\n"
    "+KLnnjsMzNhEiuEx4LKi1l4hQluwr53n\n"
    "-----END PUBLIC KEY-----\n";

inline constexpr const char* kRsaPem =
    "-----BEGIN PUBLIC KEY-----\n"
    "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAtU4R/US1yll815I4W8Bq\n"
    "gRLtWP00NDioL/3AmcwGQGabiLzmcLjYdkks+djlRsPcKBOliK/OtOq4F0ulSfS8\n"
    "E21lUID+psTaefe1Qib8KfmWiAd9Jl6fzfcF79l6cnzIKJy/QyE7I4AiQNqd/zgK\n"
    "fHVyuRA6RPdUT8ksU4kp5jis+GoqGAuJAgqLs4rtvsXtECWt+hrq5RgQ0QeJI4oY\n"
    "HK6IuKA4WX/arEVOsAXqzAiycT1RawrHEA+CccZAnmdYVZrMexC912QnaOyqFYF2\n"
    "03ZR3gf+2z/ivNGy8G2ckd+ccT+gO03FrJyuTYPOQUEZ6dkpT9dbW+Byby3eH7jT\n"
    "vQIDAQAB\n"
    "-----END PUBLIC KEY-----\n";

inline constexpr const char* kRsa1024Pem =
    "-----BEGIN PUBLIC KEY-----\n"
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDroLOD/+jaCSwwBSo9Wk/N3/xG\n"
    "o/CCEtTgjMjqy79dpb9ljz+noVOdFcKsZ1SaK8613OJf0V9ONdjQnGJQsAdbuZFK\n"
    "CfQJ1fjBJmkRc5gzCdNxPIZYR024HCXcKCUL65bUQY2iwASDKbrA26/vjB3g+mWK\n"
    "ZrZ2QFImp1cpX314rwIDAQAB\n"
    "-----END PUBLIC KEY-----\n";

inline constexpr const char* kP256Signature =
    "3046022100a2504fdd3fe762f8921c2762b5d29f72127cebef92aa2e04c0b0f1c50b86dc52022100ed38ef0d4778fdf2"
    "183d34447075530150c6ec69edaa6c6756c5377aa07d9650";

inline constexpr const char* kRsaPssSignature =
    "4151e25f7990e6b1f39274b402da2a01484bd6a40c469615ee9a40115ca72fc3400e63a3a9e08f8d5caf574dc49ee81f"
    "e469dfd63357cc636010dc9fa0b062dd189f23048ad3d6708069b7e4273b70e72eb17b359398e5afda59afec6d9ab296"
    "f18612cafdda0369fd328e7ef14960cde742df216434f217a1559f309c382b45adec356ed044112e243b82fea31c7b8a"
    "567b54a89446e89656be9423700e99af515f043680eb05f70e682f6427c8a58cb9054a4d1192ab036024d4ac2961b2fc"
    "4ab2f81c54703ef9dce9fd97c67bb0c911e4c65be9bb106cba511cf1f9fb034988639bfb715cb3a277102b311e7833eb"
    "c8df2c316b8b6b4debe295abfa49b25f";

inline constexpr const char* kRsaPssLongSaltSignature =
    "61ad0a01693193816b2aba356dbfb83734008b4c9544aa75addd2de16f2cf11af0779396ddc63463a57a1aaedc5e110d"
    "79e2153786e11ba3202fac385639ffa24bd67d8c93262a8f74463d00b1a72ffa8949087b1033b6cfee33e616e0b5947b"
    "d5e65d637afe94bc5e47ea394a4df968e9151fe9e18b646c3051a6effd4f5b952308b261e6a032fc84dc7be512c1b90d"
    "a59af7fcaf7413161f309ee486eb751eb56fee33710d0b7dc24802a03095708ebb21681b7cda6683d6b74c9faf980f2a"
    "286b9c32811b45b73b1faebf9dda2d70e5ed41818c68c85fb133f892d896ba0dfd2e14bf64ce72a60eb98ce3726530f6"
    "34a2cb29a9b0cdfe4b535e44406d83bf";

inline constexpr const char* kRsaPkcs1Signature =
    "57e769b58ae16b34fcbe61bec1c39e58818b2631a6a8792e576b71d3216233e2f997cc51ad0c29410379bb2563e3f7af"
    "3472d436e5ee63706419e41ff2377b3f44795602e064b97312d462e10df570a83212e29cddd261b3f130637c6045b47f"
    "28fd8099eca92cfe646daeb45a0276b158e70da3c9040bb9f5e597560fb86be2583227a8dfe3c43100bb6cedcee45fa3"
    "f23ce8f406472d6a8ca5059a262ea18a688ac16c10da4bd4eda71f5dd9bca4ba6137cf1ce295e87c728a6fc78199c1dd"
    "9c88e11e64e15b9421107fbe234d27c28f276e554c317f030f23539493c2dff78d5d96081829c1fe768b9348836762b5"
    "4b1f7f5fe34fcd89859d56efdfb7b306";

}  // namespace conglang::testing
